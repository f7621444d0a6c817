/**
 * PowerShell remoting and WinRM:
 *
 *     [web01] Connecting to remote server web01 failed with the following error message : ... errorcode 0x80090322 ...
 *         + CategoryInfo          : OpenError: (web01:String) [], PSRemotingTransportException
 *         + FullyQualifiedErrorId : -2144108387,PSSessionStateBroken
 *
 * The message is translated; codes, names and the two identifiers are not.
 */
import { hostOf } from '../../facts/names.ts';
import type { Fact } from '../../facts/fact.ts';
import type { Part } from './part.ts';

const SIGN =
  /PSRemotingTransportException|PSSessionStateBroken|PSSessionOpenFailed|CreateRemoteRunspaceFailed|WinRM/gi;
/** A console breaks lines in the middle of a word, and pads them. */
const BROKEN = '(?:[ \\t]{0,250}\\r?\\n[ \\t]{0,8})?';
/** Of a security status: `0x80090322`, or `0x80090` at the end of a line and `322` on the next. */
const DIGITS = ['8', '0', '0', '9', ...Array<string>(4).fill('[\\da-f]')];
const CODE = new RegExp(`\\b0x${DIGITS.join(BROKEN)}\\b`, 'i');
/** Only that of a remoting error is a computer: `(MSFT_Volume:String) [Get-Volume]` is a class. */
const TARGET = /\(([\w.-]{1,255}):String\) \[[\w-]{0,40}\], PSRemoting/;
const CONNECTING = /remote server ([\w.-]{1,255}) failed/i;
const BRACKET = /(?:^|\n)\s{0,8}\[([\w.-]{1,255})\] /;
const ID =
  /FullyQualifiedErrorId\s{0,4}: ([\w-]{1,60}),\s?(?:PSSession\w{1,40}|CreateRemoteRunspace\w{1,20})/;
const SCHEME = /\b(Kerberos|Negotiate|CredSSP|NTLM|Basic)\b/i;
/** Characters around the code in which the scheme is named. */
const NEAR = 120;
/** Characters that one failure may take, before and behind the word that shows it. */
const BEFORE = 1_200;
const BEHIND = 1_600;

export const winrm: Part = (text) => {
  const facts: Fact[] = [];
  let read = 0;
  for (const { index } of text.matchAll(SIGN)) {
    if (index < read) continue;
    const start = Math.max(read, index - BEFORE);
    const piece = text.slice(start, index + BEHIND);
    const code = CODE.exec(piece);
    const errorId = ID.exec(piece)?.[1];
    if (!code && errorId === undefined) continue;
    const host = (TARGET.exec(piece) ?? CONNECTING.exec(piece) ?? BRACKET.exec(piece))?.[1];
    const around = code ? piece.slice(Math.max(0, code.index - NEAR), code.index + NEAR) : '';
    const scheme = SCHEME.exec(around)?.[1];
    const from = start + (code?.index ?? index - start);
    const end = from + (code?.[0].length ?? 1);
    facts.push({
      kind: 'clientRefused',
      program: 'winrm',
      ...(host !== undefined && { host: hostOf(host) }),
      ...(scheme !== undefined && { scheme }),
      ...(code && { code: Number(code[0].replace(/\s/g, '')) }),
      ...(errorId !== undefined && { errorId }),
      at: { start: from, end },
    });
    read = index + BEHIND;
  }
  const claimed = facts.flatMap((fact) =>
    fact.kind === 'clientRefused' && fact.code !== undefined ? [fact.at] : [],
  );
  return { facts, claimed };
};
