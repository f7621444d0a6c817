/**
 * Preferences of Firefox, as about:config, a profile's prefs.js or a configuration file has them.
 *
 *     network.negotiate-auth.trusted-uris    contoso.com
 *     network.negotiate-auth.trusted-uris;contoso.com
 *     user_pref("network.negotiate-auth.trusted-uris", "contoso.com");
 *     lockPref("network.negotiate-auth.delegation-uris", "");
 */
import { placeOfLines } from '../../text/line-parts.ts';
import { PREFERENCE } from './names.ts';
import type { Part } from './policies.ts';

const CALL =
  /^(?:user_|lock|default|sticky_)?pref\(\s{0,3}"([\w.-]{5,80})",\s{0,5}("[^"\n]{0,1000}"|true|false|\d{1,10})\s{0,3}\);?$/i;
const LINE = /^([\w.-]{5,80})(?:\t{1,20}| {2,200}|\s?[;=:|]\s?)(.{0,1000})$/;
/** One entry of a list, or `true`. */
const ENTRY = /^[\w.*:/-]{0,300}$/;

export const preference: Part = (lines, index, { facts, claimed }) => {
  const text = lines[index]?.text ?? '';
  if (!PREFERENCE.test(text)) return 0;
  const [, name = '', value = ''] = CALL.exec(text) ?? LINE.exec(text) ?? [];
  const known = PREFERENCE.exec(name)?.[1];
  if (known?.length !== name.length || name === '') return 0;
  const at = placeOfLines(lines, index);
  const plain = valueIn(value);
  if (plain === undefined) return 0;
  facts.push({
    kind: 'browserPolicy',
    at,
    browser: 'firefox',
    name: known.toLowerCase(),
    ...(plain !== '' && { value: plain }),
  });
  claimed.push(at);
  return 1;
};

/** The value without quotation marks and what a table has after it; undefined for words of a sentence. */
function valueIn(text: string): string | undefined {
  const [cell = ''] = text.replaceAll('"', '').split(/\t|\||;$| {3,}/, 1);
  const entries = cell.split(',').map((one) => one.trim());
  return entries.every((one) => ENTRY.test(one)) ? entries.join(', ') : undefined;
}
