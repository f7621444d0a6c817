/**
 * Finds `sc-status sc-substatus sc-win32-status` in a row whose columns cannot be trusted. No other
 * place of a row has a status, its substatus and a Win32 code side by side, so the three hold even
 * when addresses are taken out, columns are deleted or the header lies.
 *
 * What could be mistaken for them: `123 456 789` (bytes and time-taken), `404 2 30` inside prose.
 * Every candidate is therefore weighed, and the best is taken, the last among equals.
 */
import { describeHttp, describeWin32 } from '../../../codes/lookup.ts';
import type { Cell } from '../../../text/cells.ts';
import { isEmpty } from './value-shape.ts';
import { isPlausibleWin32, isRounded, win32Number } from './win32.ts';

export interface Anchor {
  /** Index of the cell with sc-status. */
  readonly at: number;
  /** 3 with sc-win32-status, 2 when the row stops at sc-substatus or has another number there. */
  readonly length: 2 | 3;
  readonly score: number;
}

const STATUS = /^[1-5]\d\d$/;
const SUBSTATUS = /^(?:0|[1-9]\d{0,2})$/;

/** Statuses that IIS and HTTP.sys send; the code table knows more about some of them. */
const USUAL = /^(?:10[01]|20[0-7]|30[0-478]|40\d|41[0-9]|42[1-9]|431|440|449|451|50[0-9]|51[01])$/;

const TAIL = /^(?:-?[\d.,:]+|0x[0-9a-f]+|-)$/i;

const SURE = 2;

/** The best candidate of the row; undefined when none is sure enough. */
export function findAnchor(cells: readonly Cell[]): Anchor | undefined {
  let best: Anchor | undefined;
  for (let at = 0; at + 1 < cells.length; at++) {
    const candidate = weigh(cells, at);
    if (candidate && candidate.score >= SURE && candidate.score >= (best?.score ?? 0)) {
      best = candidate;
    }
  }
  return best;
}

function weigh(cells: readonly Cell[], at: number): Anchor | undefined {
  const status = cells[at]?.value ?? '';
  const substatus = cells[at + 1]?.value ?? '';
  if (!STATUS.test(status) || !SUBSTATUS.test(substatus)) return undefined;
  let score = USUAL.test(status) ? 1 : -1.5;
  const sub = Number(substatus);
  if (sub === 0) score += 1;
  else score += describeHttp(Number(status), sub) ? 2 : -0.5;
  // In every order that IIS writes, a text column (agent, referer, host) or `-` stands before.
  const before = cells[at - 1]?.value;
  if (before !== undefined) score += /^\d+$/.test(before) ? -1.5 : 0.5;
  // And nothing but numbers, addresses and `-` behind.
  if (cells.slice(at + 2, at + 9).every(({ value }) => TAIL.test(value))) score += 0.7;
  const third = cells[at + 2]?.value;
  const win32 = third === undefined ? undefined : win32Number(third);
  if (third !== undefined && isRounded(third)) return { at, length: 3, score: score + 1 };
  if (win32 !== undefined && isPlausibleWin32(win32, Number(status))) {
    return { at, length: 3, score: score + sureness(win32) };
  }
  if (third !== undefined && isEmpty(third)) return { at, length: 3, score };
  // A bare pair is weak: it needs a substatus that this status has, and no prose behind it.
  const prose = third !== undefined && !/^\d+$/.test(third);
  return { at, length: 2, score: score - (prose ? 3 : 1) };
}

/** A small number may be anything; a ten-digit code that the table knows is hardly an accident. */
function sureness(win32: number): number {
  if (win32 === 0) return 0.5;
  return win32 > 0x7fff_ffff && describeWin32(win32) ? 3 : 1.5;
}
