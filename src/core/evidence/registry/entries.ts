/** What has been read so far of a paste with values of the registry. */
import type { Fact } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import type { LinePart } from '../../text/line-parts.ts';
import { policyAt } from './browser-key.ts';
import { knownName } from './names.ts';

/** A value as a source shows it. */
export interface Entry {
  readonly name: string;
  readonly at: Span;
  readonly type?: string;
  readonly number?: number;
  readonly texts?: readonly string[];
  readonly isAbsent?: true;
}

export interface Entries {
  readonly facts: Fact[];
  readonly claimed: Span[];
  /** The key of the values below. */
  key?: string | undefined;
  /** The value that the command above asks for. */
  asked?: string | undefined;
  /** Values whose key is printed below them. */
  waiting: Entry[];
  /** Values that were read, whatever their name. */
  count: number;
}

export type Part = LinePart<Entries>;

/** `HKLM:\SYSTEM` and `HKLM\SYSTEM` -> `HKEY_LOCAL_MACHINE\SYSTEM`. */
export function fullKey(key: string): string {
  const [hive = '', ...rest] = key.replace(/^\\+/, '').replace(':', '').split(/\\+/);
  const HIVES: Readonly<Record<string, string>> = {
    HKLM: 'HKEY_LOCAL_MACHINE',
    HKCU: 'HKEY_CURRENT_USER',
    HKU: 'HKEY_USERS',
  };
  return [HIVES[hive.toUpperCase()] ?? hive, ...rest].join('\\').replace(/\\$/, '');
}

/** States a value whose key is known, or known to be missing. */
export function keepEntry(entries: Entries, entry: Entry, key: string | undefined): void {
  entries.count++;
  const { name, at, texts, number, isAbsent } = entry;
  const policy = policyAt(key, name);
  if (policy) {
    const value = texts?.join(', ') ?? number?.toString();
    entries.facts.push({
      kind: 'browserPolicy',
      at,
      ...policy,
      ...(value !== undefined && isAbsent !== true && { value }),
    });
    return;
  }
  const known = knownName(name, key);
  if (known === undefined) return;
  const fact = { ...entry, name: known, ...(key !== undefined && { key }) };
  entries.facts.push({ kind: 'registryValue', ...fact });
}

/** States the values that waited for the key below them. */
export function flush(entries: Entries, key = entries.key): void {
  for (const entry of entries.waiting) keepEntry(entries, entry, key);
  entries.waiting = [];
}

/** `0x5`, `5`: a number as the source spells it; otherwise the text. */
export function dataOf(text: string): Pick<Entry, 'number' | 'texts'> {
  const value = text.trim();
  if (/^(?:0x[0-9a-f]{1,16}|\d{1,15})$/i.test(value)) return { number: Number(value) };
  const list = /^\{(.*)\}$/.exec(value)?.[1];
  return { texts: list === undefined ? [value] : list.split(/,\s?/).filter((one) => one !== '') };
}
