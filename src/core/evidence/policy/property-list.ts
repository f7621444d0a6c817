/**
 * Managed preferences of macOS:
 *
 *     <key>AuthServerAllowlist</key>
 *     <string>*.contoso.com</string>
 */
import { placeOfLines } from '../../text/line-parts.ts';
import { CHROMIUM_POLICIES } from './names.ts';
import type { Part } from './policies.ts';

const KEY = /<key>([A-Za-z]{5,60})<\/key>(.{0,500})$/;
const VALUE = /^\s{0,20}<(?:(true|false)\s?\/|(?:string|integer)>([^<\n]{0,500})<\/)/;

export const propertyList: Part = (lines, index, { facts, claimed, browser }) => {
  const [, key = '', rest = ''] = KEY.exec(lines[index]?.text ?? '') ?? [];
  const name = CHROMIUM_POLICIES.get(key.toLowerCase());
  if (name === undefined) return 0;
  const isOneLine = rest.trim() !== '';
  const text = isOneLine ? rest : (lines[index + 1]?.text ?? '');
  const [, flag, written] = VALUE.exec(text) ?? [];
  const value = flag ?? written;
  if (value === undefined) return 0;
  const rows = isOneLine ? 1 : 2;
  const at = placeOfLines(lines, index, rows);
  facts.push({ kind: 'browserPolicy', at, browser, name, value, level: 'mandatory' });
  claimed.push(at);
  return rows;
};
