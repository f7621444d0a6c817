/**
 * The first line of ping, which shows the name at the end of the aliases. It tells something only
 * next to the name that was typed:
 *
 *     C:\> ping portal.contoso.com
 *     Pinging web01.contoso.com [10.0.0.21] with 32 bytes of data:
 */
import { cover } from '../../facts/span.ts';
import type { DnsLine } from './dns-lines.ts';
import { isAddressText, isHostText, type Statement } from './statement.ts';

const COMMAND = /^ping(?:\.exe)?\s(.{1,300})$/i;
const SHOWN = /(?:^|\s)(\S{1,255}) (?:\[([0-9a-f.:%]{3,64})\]|\(([0-9a-f.:%]{3,64})\))/i;

export function readPing(lines: readonly DnsLine[]): Statement[] {
  return lines.flatMap(({ command, at }, index): Statement[] => {
    const typed = COMMAND.exec(command ?? '')?.[1]
      ?.split(/\s+/)
      .find(isName);
    const answer = lines[index + 1];
    const [, name = '', windows, other] = SHOWN.exec(answer?.text ?? '') ?? [];
    const value = windows ?? other ?? '';
    if (!typed || !answer || !isName(name) || !isAddressText(value)) return [];
    const place = cover([at, answer.at]) ?? at;
    const begins: Statement = { says: 'begins', at };
    const address: Statement = { says: 'address', name, value, at: place };
    if (same(typed, name)) return [begins, address];
    return [begins, { says: 'alias', name: typed, value: name, at: place }, address];
  });
}

/** A full name: a short one is completed by ping, which is no alias. */
const isName = (word: string): boolean => isHostText(word) && word.includes('.');

const same = (a: string, b: string): boolean =>
  a.replace(/\.$/, '').toLowerCase() === b.replace(/\.$/, '').toLowerCase();
