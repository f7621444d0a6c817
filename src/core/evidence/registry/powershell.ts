/**
 * PowerShell's Get-ItemProperty, and lists of names with values as scripts print them.
 *
 *     PS C:\> Get-ItemProperty HKLM:\SYSTEM\CurrentControlSet\Control\Lsa -Name LmCompatibilityLevel
 *
 *     LmCompatibilityLevel : 5
 *     PSPath               : Microsoft.PowerShell.Core\Registry::HKEY_LOCAL_MACHINE\SYSTEM\...\Control\Lsa
 *
 *     HKLM:\SYSTEM\CurrentControlSet\Control\Lsa  LmCompatibilityLevel = 5
 *     DisableLoopbackCheck = not set
 */
import { placeOfLines } from '../../text/line-parts.ts';
import {
  dataOf,
  flush,
  fullKey,
  keepEntry,
  type Entries,
  type Entry,
  type Part,
} from './entries.ts';
import { policyAt } from './browser-key.ts';
import { knownName } from './names.ts';

const COMMAND =
  /\b(?:Get-ItemProperty(?:Value)?|gpv?(?=\s['\x22]?HK)|reg(?:\.exe)?\s{1,5}query)\b(.*)$/i;
const KEY = /["']?\b(HK(?:LM|CU|U|EY_[A-Z_]{4,20}):?\\[^"',;|)/]{1,300})/i;
const NAME = /(?:-Name\s{1,5}|\/v\s{1,5}|-v\s{1,5}|\)\.)["']?([\w-]{2,60})/i;
const LISTED = /^([A-Za-z][\w-]{2,60})\s{0,60}:(?:\s(.*))?$/;
const EQUALS = /^(?:(HK(?:LM|CU|U):?\\\S.{0,255}?)\s{2,10})?([A-Za-z][\w-]{2,60}) = (.{1,500})$/;
const PS_PATH = /^PSPath\s{1,40}: .{0,60}::(HKEY_[A-Z_]{4,20}\\.{1,300})$/;
const ABSENT = /^(?:not set|\(not set\)|nicht gesetzt|absent|none|n\/a)$/i;
const PS_LINE = /^PS(?:Parent|ChildName|Drive|Provider)\w{0,10}\s{1,40}: /;

/** Any command that reads the registry says which key and which value. */
export const command: Part = (lines, index, entries) => {
  const rest = COMMAND.exec(lines[index]?.text ?? '')?.[1];
  if (rest === undefined) return 0;
  flush(entries);
  const key = KEY.exec(rest)?.[1]?.replace(/\s{1,9}(?:-\w.*)?$/, '');
  entries.key = key === undefined ? undefined : fullKey(key);
  entries.asked = NAME.exec(rest)?.[1];
  return 1;
};

export const listed: Part = (lines, index, entries) => {
  const text = lines[index]?.text ?? '';
  const at = placeOfLines(lines, index);
  const path = PS_PATH.exec(text)?.[1];
  const [, key, equalName, equalData] = EQUALS.exec(text) ?? [];
  const [, name = equalName, data = equalData ?? ''] = LISTED.exec(text) ?? [];
  if (path !== undefined) flush(entries, fullKey(path));
  else if (PS_LINE.test(text)) entries.claimed.push(at);
  else if (name === undefined || !isOfInterest(name, entries)) return 0;
  else wait(entries, { name, at, ...valueOf(data) }, key);
  entries.claimed.push(at);
  return 1;
};

function wait(entries: Entries, entry: Entry, key: string | undefined): void {
  if (key === undefined) entries.waiting.push(entry);
  else keepEntry(entries, entry, fullKey(key));
}

function valueOf(data: string): Pick<Entry, 'number' | 'texts' | 'isAbsent'> {
  const value = data.trim();
  return value === '' || ABSENT.test(value) ? { isAbsent: true } : dataOf(value);
}

/** A name that says by itself, or with the key of the command, what it is. */
const isOfInterest = (name: string, { key }: Entries): boolean =>
  knownName(name, undefined) !== undefined ||
  policyAt(undefined, name) !== undefined ||
  (key !== undefined && (knownName(name, key) ?? policyAt(key, name)) !== undefined);

const NUMBER = /^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i;
const DASHES = /^-{3,60}$/;

/** A number alone below its command; or a table of one column. */
export const alone: Part = (lines, index, entries) => {
  const line = lines[index];
  if (!line) return 0;
  const isHead = DASHES.test(lines[index + 1]?.text ?? '');
  const name = isHead ? line.text : entries.asked;
  const row = isHead ? index + 2 : index;
  const data = lines[row]?.text ?? '';
  if (name === undefined || !NUMBER.test(data) || !isOfInterest(name, entries)) return 0;
  const rows = row - index + 1;
  const at = placeOfLines(lines, index, rows);
  keepEntry(entries, { name, at, ...dataOf(data) }, entries.key);
  entries.asked = undefined;
  entries.claimed.push(at);
  return rows;
};
