/**
 * A `.reg` file of regedit:
 *
 *     Windows Registry Editor Version 5.00
 *
 *     [HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Lsa]
 *     "DisableLoopbackCheck"=dword:00000001                  in hexadecimal
 *     "BackConnectionHostNames"=hex(7):70,00,6f,00,\         UTF-16LE, each text with a zero
 *       72,00,74,00,00,00,00,00
 *
 * `=-` and `[-HKEY_...]` delete, and state nothing. REGEDIT4, of Windows 9x and NT 4, writes one byte a character.
 * Source: Microsoft, "How to add, modify, or delete registry subkeys and values by using a .reg file".
 */
import { placeOfLines } from '../../text/line-parts.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import { fullKey, keepEntry, type Entry, type Part } from './entries.ts';

const HEAD = /^(?:Windows Registry Editor Version \d\.\d\d|REGEDIT4)$/;
const KEY = /^\[(-?)(HK[A-Z_]{1,20}(?:\\[^\]\n]{1,900})?)\]$/;
const VALUE = /^"((?:[^"\\]|\\.){1,255})"\s{0,4}=\s{0,4}(.{1,900})$/;
/** Lines of one value; 25 bytes stand in each. */
const VALUE_LINES = 2_000;

export const regFile: Part = (lines, index, entries) => {
  const text = lines[index]?.text ?? '';
  const [, minus, key] = KEY.exec(text) ?? [];
  const [, name, first] = VALUE.exec(text) ?? [];
  if (key !== undefined) entries.key = minus === '' ? fullKey(key) : undefined;
  const rows = name === undefined ? 1 : rowsOf(lines, index);
  const at = placeOfLines(lines, index, rows);
  if (name !== undefined && first !== undefined) {
    const data = dataIn(lines, index, rows, first);
    const entry = entryOf(name.replace(/\\(.)/g, '$1'), data, at);
    if (!entry) return 0;
    if (first !== '-') keepEntry(entries, entry, entries.key);
  } else if (key === undefined && !HEAD.test(text)) return 0;
  entries.claimed.push(at);
  return rows;
};

/** A backslash at the end continues the value on the next line. */
function rowsOf(lines: readonly PrintedLine[], index: number): number {
  let rows = 1;
  while (rows < VALUE_LINES && isOpen(lines[index + rows - 1]) && lines[index + rows]) rows++;
  return rows;
}

const isOpen = (line: PrintedLine | undefined): boolean => (line?.text ?? '').endsWith(',\\');

function dataIn(lines: readonly PrintedLine[], index: number, rows: number, first: string): string {
  const more = lines.slice(index + 1, index + rows).map(({ text }) => text);
  return [first, ...more].map((text) => text.replace(/\\$/, '')).join('');
}

function entryOf(name: string, data: string, at: Entry['at']): Entry | undefined {
  const dword = /^dword:([0-9a-f]{1,8})$/i.exec(data)?.[1];
  if (dword !== undefined) return { name, at, type: 'REG_DWORD', number: parseInt(dword, 16) };
  const text = /^"((?:[^"\\]|\\.){0,900})"$/.exec(data)?.[1];
  if (text !== undefined) {
    return { name, at, type: 'REG_SZ', texts: [text.replace(/\\(.)/g, '$1')] };
  }
  const [, type = '3', bytes = ''] = /^hex(?:\(([0-9a-b]{1,2})\))?:(.*)$/i.exec(data) ?? [];
  if (/^hex/i.test(data)) {
    const isText = type === '1' || type === '2' || type === '7';
    return { name, at, ...(isText && { type: TYPES[type], texts: textsOf(bytes) }) };
  }
  return data === '-' ? { name, at } : undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  1: 'REG_SZ',
  2: 'REG_EXPAND_SZ',
  7: 'REG_MULTI_SZ',
};

/** The texts that the bytes spell. */
export function textsOf(bytes: string, radix = 16): string[] {
  const values = bytes
    .split(',')
    .map((one) => parseInt(one.trim(), radix))
    .filter((one) => one >= 0 && one < 256);
  const zeros = values.filter((one, at) => at % 2 === 1 && one === 0).length;
  const isWide = values.length % 2 === 0 && zeros * 4 >= values.length;
  const codes = isWide
    ? values.flatMap((low, at) => (at % 2 === 0 ? low + 256 * (values[at + 1] ?? 0) : []))
    : values;
  const text = codes.map((code) => String.fromCharCode(code)).join('');
  return text.split('\0').filter((one) => one !== '');
}
