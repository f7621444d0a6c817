/**
 * Ansible over WinRM:
 *
 *     <box62.contoso.com> WINRM CONNECT: transport=kerberos endpoint=https://box62.contoso.com:5986/wsman
 *     fatal: [box62]: UNREACHABLE! => {"msg": "kerberos: the specified credentials were rejected by the server"}
 *     box62 | UNREACHABLE! => {             (an ad-hoc command, over several lines)
 *
 * Source: plugins/connection/winrm.py of Ansible; pywinrm says the same words for every 401.
 */
import { hostOf } from '../../facts/names.ts';
import type { Fact } from '../../facts/fact.ts';
import type { Part } from './part.ts';

const CONNECT = /WINRM CONNECT: transport=(\w{1,20}) endpoint=https?:\/\/([^\s:/]{1,255})/;
const UNREACHABLE =
  /(?:\[([\w.-]{1,255})\]:|(?<![\w.-])([\w.-]{1,255}) \|) UNREACHABLE! =>[^}]{0,300}?\bmsg["']?: ["']?(\w{1,20}): the specified credentials were rejected/g;
const REJECTED = /specified credentials were rejected by the server/g;
/** Characters behind the connection in which its refusal stands. */
const BEHIND = 4_000;
const STATUS = 401;

export const ansible: Part = (text) => {
  const facts: Fact[] = [];
  const add = (scheme: string, host: string, start: number, end: number) =>
    facts.push({
      kind: 'clientRefused',
      program: 'ansible',
      scheme: scheme.toLowerCase(),
      host: hostOf(host),
      status: STATUS,
      at: { start, end },
    });
  for (const match of text.matchAll(UNREACHABLE)) {
    const { 0: whole, 1: inPlay, 2: alone = '', 3: scheme = '', index } = match;
    add(scheme, inPlay ?? alone, index, index + whole.length);
  }
  for (const { 0: whole, index } of text.matchAll(REJECTED)) {
    const isRead = facts.some(({ at }) => at.start <= index && index < at.end);
    const from = Math.max(0, index - BEHIND);
    const [, scheme, host] = CONNECT.exec(text.slice(from, index)) ?? [];
    if (!isRead && scheme !== undefined && host !== undefined) {
      add(scheme, host, index, index + whole.length);
    }
  }
  return { facts };
};
