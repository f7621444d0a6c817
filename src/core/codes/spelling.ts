/**
 * What a spelling of a code can stand for. `2148074254`, `-2146893042`, `0x8009030E`, `8009030e`
 * and `2,148,074,254` are one number; `80090322` can be decimal or hex, and both are offered.
 */
import { unsigned32 } from './number.ts';

/** Characters of the longest spelling; anything longer is text, and not worth a pattern's time. */
export const LONGEST_SPELLING = 80;

/** Typographic minus signs and dashes that word processors put in front of a number. */
const MINUS = /^[−–]/;
const DECIMAL = /^[+-]?\d{1,10}$/;
const GROUPED = /^-?\d{1,3}(?:([,. '’])\d{3})(?:\1\d{3}){0,2}$/;
const HEX = /^0x([0-9a-f]{1,8})$/i;
const BARE_HEX = /^[0-9a-f]{8}$/i;

/** Status and substatus with the words around them: `401.2`, `401 2`, `HTTP Error 401.2`. */
const HTTP =
  /^(?:http(?:\/[\d.]+)?\s*)?(?:(?:error|status)\s*(?:code)?\s*:?\s*)?([1-5]\d\d)(?:(?:[.,]|\s+)(\d{1,3}))?$/i;
const EVENT = /^event\s*(?:id)?\s*[:=#]?\s*(\d{1,5})$/i;

/** Unsigned 32-bit values that `spelling` can mean, the likelier first; empty for other text. */
export function valuesOf(spelling: string): number[] {
  const text = spelling.trim().replace(MINUS, '-');
  const digits = HEX.exec(text)?.[1];
  if (digits) return [parseInt(digits, 16)];

  const candidates: number[] = [];
  if (DECIMAL.test(text)) candidates.push(Number(text));
  else if (GROUPED.test(text)) candidates.push(Number(text.replace(/[^\d-]/g, '')));
  if (BARE_HEX.test(text)) candidates.push(parseInt(text, 16));
  return candidates.map(unsigned32).filter((value) => value !== undefined);
}

/** Status and substatus that `spelling` names; undefined for other text. */
export function httpOf(spelling: string): { status: number; substatus?: number } | undefined {
  const [, status, substatus] = HTTP.exec(spelling.trim()) ?? [];
  if (!status) return undefined;
  return { status: Number(status), ...(substatus && { substatus: Number(substatus) }) };
}

/** Event id that `spelling` names with the word in front; undefined for other text. */
export function eventOf(spelling: string): number | undefined {
  const id = EVENT.exec(spelling.trim())?.[1];
  return id ? Number(id) : undefined;
}
