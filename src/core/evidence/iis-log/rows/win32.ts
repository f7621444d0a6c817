/**
 * The forms in which sc-win32-status reaches a paste. IIS writes an unsigned decimal; .NET tools
 * make it signed, debuggers write hex, and Excel rounds it to six digits.
 */
import { describeWin32 } from '../../../codes/lookup.ts';

/** A spreadsheet or a data frame adds decimals (`5.0`) and groups digits (`2,148,074,254`). */
const DECIMAL = /^-?(?:\d{1,12}|\d{1,3}(?:[,.'\u00a0\u202f]\d{3}){1,3})(?:\.0{1,2})?$/;
const SIGNED = /^-\d{5,10}$/;
const GROUPED = /^\d(?:,\d{3}){3}$/;
const HEX = /^0x[0-9a-f]{1,8}$/i;
const ROUNDED = /^\d(?:[.,]\d+)?E\+0?\d+$/i;

/** True for hex, signed and rounded numbers; a plain decimal is any number's form. */
export function isWin32Form(value: string): boolean {
  return HEX.test(value) || ROUNDED.test(value) || SIGNED.test(value) || GROUPED.test(value);
}

/** True when a spreadsheet rounded the value, so that its last digits are lost. */
export function isRounded(value: string): boolean {
  return ROUNDED.test(value);
}

/**
 * The value as a number: signed ones as unsigned 32 bits, hex as its number, a decimal of more than
 * 32 bits as it stands. Undefined for what is no number, and for a rounded one: which of a hundred
 * codes it was cannot be known.
 */
export function win32Number(value: string): number | undefined {
  if (HEX.test(value)) return Number(value);
  if (!DECIMAL.test(value)) return undefined;
  const number = Number(value.replace(/\.0{1,2}$/, '').replace(/[^-\d]/g, ''));
  return number < 0 ? number >>> 0 : number;
}

/** Small codes that a 401 comes with; the others are of files and devices, or another column's. */
const OF_401: ReadonlySet<number> = new Set([0, 5, 53, 64, 67, 86, 87, 121, 995]);
const SMALL = 1_000;

const known = new Map<number, boolean>();

/**
 * Can this number be a Win32 status, judged by the number alone? Known codes, and what carries the
 * facility of an HRESULT or the severity of an NTSTATUS. `1849` is not: after `401 2` it was
 * sc-bytes in a row whose win32 column was missing; `3` after `401 2` was time-taken.
 */
export function isPlausibleWin32(value: number, status?: number): boolean {
  if (value === 0) return true;
  if (status === 401 && value < SMALL) return OF_401.has(value);
  let answer = known.get(value);
  if (answer === undefined) {
    const high = value / 0x1_0000;
    answer =
      describeWin32(value) !== undefined ||
      (high >= 0x8000 && high < 0x8100) ||
      (high >= 0xc000 && high < 0xc100);
    // Bounded, because the numbers come from the paste.
    if (known.size < 4_096) known.set(value, answer);
  }
  return answer;
}
