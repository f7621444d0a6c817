/**
 * Every way a code is written by the programs that print it and the people who copy it. The search
 * index holds one record per code with all of them, and a test looks every one of them up again.
 */
import { comErrOfKerberos, hex, hresultOfWin32, signed32 } from './number.ts';
import type { CodeRow } from './row.ts';

/** The names of MIT krb5's and Heimdal's header files: KRB5KDC_ERR_..., KRB5KRB_AP_ERR_.... */
function libraryName(name: string): string {
  return name.startsWith('KDC_') ? `KRB5${name}` : `KRB5KRB_${name.replace(/^KRB_/, '')}`;
}

/** Symbols of a row, aliases included. The title of a status or an event is not a symbol. */
export function namesOf(row: CodeRow): string[] {
  const aliases = row.aliases ?? [];
  if (row.space === 'http' || row.space === 'event') return [...aliases];
  if (row.space === 'kerberos') return [row.name, ...aliases, libraryName(row.name)];
  return [row.name, ...aliases];
}

/** Hex with and without 0x, in both cases; bare only where eight digits make it unmistakable. */
function hexForms(value: number): string[] {
  const digits = hex(value).slice(2);
  const padded = digits.padStart(8, '0');
  const bare = digits.length === 8 ? [digits, digits.toLowerCase()] : [];
  return [hex(value), `0x${digits.toLowerCase()}`, `0x${padded}`, ...bare];
}

/** A 32-bit value: unsigned, signed, hex. */
function forms32(value: number): string[] {
  return [String(value), String(signed32(value)), ...hexForms(value)];
}

function numbersOf({ space, code }: CodeRow): string[] {
  if (typeof code === 'string') {
    const spaced = code.replace('.', ' ');
    return [code, spaced, `HTTP ${code}`, `HTTP Error ${code}`];
  }
  if (space === 'event') return [String(code), `Event ${code}`, `Event ID ${code}`];
  if (space === 'kerberos') {
    return [String(code), hex(code), hex(code).toLowerCase(), String(comErrOfKerberos(code))];
  }
  const hresult = space === 'win32' ? hresultOfWin32(code) : undefined;
  return [...forms32(code), ...(hresult === undefined ? [] : forms32(hresult))];
}

/** All spellings of a row, each once: numbers first, then names. */
export function spellings(row: CodeRow): string[] {
  return [...new Set([...numbersOf(row), ...namesOf(row)])];
}

/** The spellings that a page shows next to the name: each once, whatever the case of its letters. */
export function shownSpellings(row: CodeRow): string[] {
  const seen = new Set([row.name.toUpperCase()]);
  return spellings(row).filter((spelling) => {
    const key = spelling.toUpperCase();
    return !seen.has(key) && seen.add(key);
  });
}
