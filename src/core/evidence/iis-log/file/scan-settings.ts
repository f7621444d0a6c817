/** How the scanner of bytes is to read rows: their columns, and how they are written. */
import type { Section } from '../rows/directives.ts';
import type { Header } from '../rows/header.ts';
import type { LastRow } from '../rows/exact-rows.ts';
import { rolesOf } from './column-roles.ts';
import { MAX_PREFIX } from './scanner/layout.ts';

export interface ScanSettings {
  readonly header: Header;
  readonly roles: Uint8Array;
  /** That of `#Date`, where rows have only a time. */
  readonly day: number | undefined;
  readonly delimiter: string;
  readonly prefix: Prefix;
}

/** What stands before each row: the same text, then perhaps a separator and the number of the line. */
export interface Prefix {
  readonly text: string;
  /** A `:` or `-` behind the text: grep tells rows that match from their neighbours by it. */
  readonly isSeparated: boolean;
  readonly isNumbered: boolean;
  readonly isSpaced: boolean;
}

/**
 * The header that holds, or what was learned where there is none, with the last row that was read by
 * it. Undefined when rows are to be read as text.
 */
export function settingsOf(
  { header: own, day }: Section,
  last: LastRow | undefined,
): ScanSettings | undefined {
  const header = own ?? last?.header;
  const roles = header && rolesOf(header);
  if (!roles) return undefined;
  const prefix = prefixOf(last?.prefix ?? '');
  // Behind a prefix only a date shows that the row begins there.
  if (!prefix || (last?.prefix && header.names[0] !== 'date')) return undefined;
  const isTab = header.delimiter === ' ' && last?.delimiter === '\t';
  return {
    ...{ header, roles, prefix, delimiter: isTab ? '\t' : header.delimiter },
    day: header.names.includes('date') ? undefined : day,
  };
}

/** Would rows be scanned in the same way? */
export function isSame(a: ScanSettings, b: ScanSettings | undefined): boolean {
  return (
    b !== undefined &&
    a.day === b.day &&
    a.delimiter === b.delimiter &&
    a.roles.join() === b.roles.join() &&
    JSON.stringify(a.prefix) === JSON.stringify(b.prefix)
  );
}

/** `u_ex260302.log:12:` or `> `; undefined for one that the scanner cannot look for. */
function prefixOf(prefix: string): Prefix | undefined {
  if (!/^[\x20-\x7e]*$/.test(prefix) || prefix.length > MAX_PREFIX) return undefined;
  const [, text = '', separator, number, space] =
    /^(.*?\.(?:log|txt|csv)|)([:-])?(?:(\d{1,9})[:-])?( )?$/i.exec(prefix) ?? [];
  const isSeparated = separator !== undefined;
  const isNumbered = number !== undefined;
  // A file's name and its line, or the line alone; all else is the same before each row.
  if (text === '' ? isNumbered && !isSeparated : isSeparated) {
    return { text, isSeparated, isNumbered, isSpaced: space !== undefined };
  }
  return { text: prefix, isSeparated: false, isNumbered: false, isSpaced: false };
}
