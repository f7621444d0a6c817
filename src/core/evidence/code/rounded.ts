/**
 * Status values that a spreadsheet has rounded: `2,14807E+09`. The digits that tell one SSPI code
 * from another are the ones that are gone, so the codes it can be are counted and none is chosen.
 */
import type { Span } from '../../facts/span.ts';
import { hresultOfWin32, unsigned32 } from '../../codes/number.ts';
import type { CodeRow } from '../../codes/row.ts';
import { TABLE } from '../../codes/table.ts';

export interface Rounded {
  at: Span;
  /** Lowest and highest value that are shown so, unsigned. */
  low: number;
  high: number;
  /** Known codes between them. */
  rows: readonly CodeRow[];
}

const SCIENTIFIC = /(?<![\w.,])([-−]?)(\d)[.,](\d{1,8})e\+?0?9(?!\w)/gi;

const VALUES: readonly [number, CodeRow][] = [...TABLE.sspi, ...TABLE.ntstatus, ...TABLE.win32].map(
  (row) => {
    const code = Number(row.code);
    return [row.space === 'win32' ? (hresultOfWin32(code) ?? code) : code, row];
  },
);

/** All rounded status values in `text` that some 32-bit code can hide behind. */
export function findRounded(text: string): Rounded[] {
  return [...text.matchAll(SCIENTIFIC)].flatMap((match) => {
    const [whole, minus, integer, digits = ''] = match;
    const step = 10 ** (9 - digits.length);
    const shown = Number(`${integer}${digits}`) * step * (minus ? -1 : 1);
    const low = unsigned32(shown - step / 2);
    const high = unsigned32(shown + step / 2 - 1);
    if (low === undefined || high === undefined) return [];
    const rows = VALUES.filter(([value]) => value >= low && value <= high).map(([, row]) => row);
    const at = { start: match.index, end: match.index + whole.length };
    return rows.length ? [{ at, low, high, rows }] : [];
  });
}

/** Two codes with opposite meanings, shown because they make plain why nothing can be concluded. */
const TELLING = [2148074252, 2148074254];

/** The sentence that says what was lost. */
export function roundedMessage(text: string, { at, low, high, rows }: Rounded): string {
  const telling = rows.filter((row) => TELLING.includes(Number(row.code)));
  const names = (telling.length ? telling : rows.slice(0, 2)).map(
    (row) => `${row.name} (${row.code})`,
  );
  const count = rows.length === 1 ? 'one known code lies' : `${rows.length} known codes lie`;
  return (
    `${text.slice(at.start, at.end)} was rounded by a spreadsheet and its last digits are lost: ` +
    `${count} between ${low} and ${high}, ${names.join(' and ')} among them.`
  );
}
