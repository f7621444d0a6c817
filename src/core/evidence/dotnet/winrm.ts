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
const CODE = /\b(0x8009[\da-f]{4})\b/i;
const TARGET = /\(([\w.-]{1,255}):String\) \[/;
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
      ...(code?.[1] !== undefined && { code: Number(code[1]) }),
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
