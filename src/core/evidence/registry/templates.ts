/**
 * Values of the registry as security templates and gpresult have them.
 *
 *     MACHINE\System\CurrentControlSet\Control\Lsa\LmCompatibilityLevel=4,5        secedit, GptTmpl.inf
 *
 *     Folder Id: Software\Policies\Microsoft\Edge\AuthServerAllowlist              gpresult /z
 *     Value:       42, 0, 46, 0, 99, 0, ...
 *     State:       Enabled
 *
 *     Software\Policies\Microsoft\Edge\AuthServerAllowlist   *.contoso.com   Browsers    gpresult /h, "Extra Registry Settings"
 *
 * The number before the comma is the type (1 REG_SZ, 4 REG_DWORD, 7 REG_MULTI_SZ); gpresult writes bytes in
 * decimal, little-endian. Its labels are translated, the path is not. Source: MS-GPSB 2.2.5.
 */
import { placeOfLines } from '../../text/line-parts.ts';
import { dataOf, keepEntry, type Entry, type Part } from './entries.ts';
import { textsOf } from './reg-file.ts';

const TEMPLATE = /^(MACHINE|USER)\\(.{1,300})\\([^\\=]{1,100}?)\s?=\s?([1-7]),(.{0,900})$/i;
const FOLDER = /^[^:\\]{3,40}:\s{1,20}((?:Software|System)\\.{1,300})\\([^\\]{1,100})$/i;
const BYTES = /^[^:\\]{2,40}:\s{1,20}((?:\d{1,3}, ){1,900}\d{1,3})$/;
/** A row of the report, as HTML or as it is copied from a browser. */
const EXTRA =
  /(?:^|<td[^>]{0,60}>)\s{0,9}((?:Software|System)\\[^<\t]{1,300}?)\\([^<\t\\]{1,100}?)(?:<\/td>\s{0,9}<td[^>]{0,60}>|\t{1,9}| {2,60})([^<\t]{1,300}?)(?:<|\t| {2}|$)/i;
const HIVES: Readonly<Record<string, string>> = {
  MACHINE: 'HKEY_LOCAL_MACHINE',
  USER: 'HKEY_CURRENT_USER',
};

export const template: Part = (lines, index, entries) => {
  const [, hive = '', path, name, type, data = ''] = TEMPLATE.exec(lines[index]?.text ?? '') ?? [];
  if (path === undefined || name === undefined) return 0;
  const at = placeOfLines(lines, index);
  const plain = data.replaceAll('"', '');
  const value =
    type === '4'
      ? dataOf(plain)
      : { texts: type === '7' ? plain.split(',').filter((one) => one !== '') : [plain] };
  const key = `${HIVES[hive.toUpperCase()] ?? hive}\\${path}`;
  keepEntry(entries, { name, at, ...(type === '3' ? {} : value) }, key);
  entries.claimed.push(at);
  return 1;
};

export const gpresult: Part = (lines, index, entries) => {
  const [, key, name] = FOLDER.exec(lines[index]?.text ?? '') ?? [];
  const bytes = BYTES.exec(lines[index + 1]?.text ?? '')?.[1];
  if (key === undefined || name === undefined || bytes === undefined) return 0;
  const at = placeOfLines(lines, index, 2);
  keepEntry(entries, { name, at, ...bytesOf(bytes) }, key);
  entries.claimed.push(at);
  return 2;
};

export const extraSetting: Part = (lines, index, entries) => {
  const [, key, name, data] = EXTRA.exec(lines[index]?.text ?? '') ?? [];
  if (key === undefined || name === undefined || data === undefined) return 0;
  const at = placeOfLines(lines, index);
  keepEntry(entries, { name, at, ...dataOf(data) }, key);
  entries.claimed.push(at);
  return 1;
};

/** Four bytes are a number, more a text. */
function bytesOf(bytes: string): Pick<Entry, 'number' | 'texts'> {
  const values = bytes.split(', ').map(Number);
  if (values.length !== 4) return { texts: textsOf(bytes, 10) };
  return { number: values.reduceRight((sum, one) => sum * 256 + one, 0) };
}
