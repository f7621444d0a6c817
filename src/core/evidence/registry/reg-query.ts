/**
 * `reg query`, in any display language: the types of values are not translated.
 *
 *     C:\>reg query HKLM\SYSTEM\CurrentControlSet\Control\Lsa /v DisableLoopbackCheck
 *
 *     HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Lsa
 *         DisableLoopbackCheck    REG_DWORD    0x1
 *         BackConnectionHostNames    REG_MULTI_SZ    portal.contoso.com\0www.contoso.com
 *
 *     ERROR: The system was unable to find the specified registry key or value.
 */
import { placeOfLines } from '../../text/line-parts.ts';
import { dataOf, fullKey, keepEntry, type Entry, type Part } from './entries.ts';

const KEY_LINE = /^HKEY_[A-Z_]{4,20}(?:\\[^\\"\t]{1,255}){0,20}$/;
const VALUE =
  /^(\S.{0,255}?)\s{1,20}REG_(SZ|EXPAND_SZ|MULTI_SZ|DWORD|QWORD|BINARY|NONE)(?:\s{1,20}(\S.*))?$/;
/** The value or its key does not exist; "access denied" is another sentence. */
const NOT_FOUND =
  /^\p{L}{4,10}\s?:\s.*(?:unable to find|nicht gefunden|trouver|introuvable|encontrar|no pudo|trovare|找不到|見つかりません)/iu;
/** `reg add` sets a value; what it is set to now is not shown. */
const SETS = /\breg(?:\.exe)?\s{1,5}add\b|\s\/[vt]\s/i;
const MOST_TEXTS = 200;

export const keyLine: Part = (lines, index, entries) => {
  const text = lines[index]?.text ?? '';
  if (!KEY_LINE.test(text)) return 0;
  entries.key = fullKey(text);
  entries.claimed.push(placeOfLines(lines, index));
  return 1;
};

export const queried: Part = (lines, index, entries) => {
  const text = lines[index]?.text ?? '';
  const [, name, type, data = ''] = SETS.test(text) ? [] : (VALUE.exec(text) ?? []);
  if (name === undefined || type === undefined) return 0;
  const at = placeOfLines(lines, index);
  keepEntry(entries, { name, at, type: `REG_${type}`, ...typed(type, data) }, entries.key);
  entries.claimed.push(at);
  return 1;
};

function typed(type: string, data: string): Pick<Entry, 'number' | 'texts'> {
  if (type.includes('WORD')) return dataOf(data);
  if (type === 'MULTI_SZ') {
    const texts = data.split('\\0', MOST_TEXTS);
    return { texts: texts.map((one) => one.trim()).filter((one) => one !== '') };
  }
  return type === 'BINARY' || type === 'NONE' ? {} : { texts: [data] };
}

/** The answer to a command that names a value. */
export const notFound: Part = (lines, index, entries) => {
  const { asked, key } = entries;
  if (asked === undefined || !NOT_FOUND.test(lines[index]?.text ?? '')) return 0;
  const at = placeOfLines(lines, index);
  keepEntry(entries, { name: asked, at, isAbsent: true }, key);
  entries.asked = undefined;
  entries.claimed.push(at);
  return 1;
};
