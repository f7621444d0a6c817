/**
 * A `#Fields` line that stops in the middle, as where a write was lost and a row followed in the same
 * line: `... sc-substatus sc-wi2026-03-02 08:15:02 ...`. Its first row says what is missing.
 */
import { splitRuns } from '../../../text/cells.ts';
import type { Piece } from '../../../text/lines.ts';
import { bySet } from './by-set.ts';
import { byType } from './by-type.ts';
import { fieldsOf, HTTPERR_ORDER, knownField, W3C_ORDER } from './fields.ts';
import type { Header } from './header.ts';

/** Does the last name stop in the middle? */
export function isCutShort({ by, names }: Header): boolean {
  return by === 'fields' && wholeName(names) !== (names.at(-1) ?? '');
}

/** The header with its last name in full, and with the names of the values that it does not reach. */
export function mended(header: Header, text: string, row: Piece): Header {
  const whole = withNames(header, [...header.names.slice(0, -1), wholeName(header.names)]);
  const cells = splitRuns(text, row.start, row.end);
  if (header.delimiter !== ' ' || cells.length <= header.names.length) return whole;
  const kept = isCutShort(header) ? header.names.slice(0, -1) : header.names;
  const found = bySet(cells) ?? byType(cells);
  const reaches = found !== undefined && found.names.length > header.names.length;
  const agrees = reaches && !found.names.includes('') && kept.every((n, i) => n === found.names[i]);
  return agrees ? withNames(header, found.names) : whole;
}

/** The last name; where it begins a column's name, that of the next column in the order of HTTP.sys. */
function wholeName(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  const known = knownField(last);
  // `time` for a second time is the beginning of `time-taken`.
  if (known && !names.slice(0, -1).includes(known.name)) return last;
  const order = names.includes('s-siteid') || names.includes('cs-uri') ? HTTPERR_ORDER : W3C_ORDER;
  const fits = order.filter(({ name }) => name.startsWith(last) && !names.includes(name));
  const before = order.findIndex(({ name }) => name === names.at(-2));
  return (fits.find((def) => order.indexOf(def) > before) ?? fits[0])?.name ?? last;
}

function withNames(header: Header, names: readonly string[]): Header {
  const fields = fieldsOf(names);
  return { ...header, fields, names: fields.map(({ name }) => name) };
}
