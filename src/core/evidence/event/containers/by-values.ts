/**
 * Messages without header in a language that nobody has listed, told by what their values are and in
 * which order they stand:
 *
 *     Status: 0xC000035B      two statuses in a row, a logon type above them, a package below: 4625
 *     Unterstatus:: 0x0
 *
 * Ticket options, an encryption type and a Kerberos error are 4769; options, an error and a type 4768.
 */
import type { Span } from '../../../facts/span.ts';
import { pairIn, type PlacedLine } from '../fields/labelled.ts';
import { messageOf, type Message } from '../fields/messages.ts';
import type { Page } from '../fields/page.ts';
import type { EventRecord } from '../record.ts';
import { eventToldAt, REACH } from './value-tests.ts';

/** The longest messages have some fifty lines. */
const BELOW = 40;

interface Line extends PlacedLine {
  /** Index in the page. */
  readonly index: number;
}

/** The messages in lines that nobody has explained. */
export function eventsByValues(page: Page, isTaken: (at: Span) => boolean): EventRecord[] {
  const lines = page.lines.flatMap(({ text, start }, index): Line[] => {
    const [pair] = pairIn(text, start);
    if (!pair || isTaken(page.place(start, start + text.length))) return [];
    return [{ ...pair, index }];
  });
  const found: EventRecord[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at++) {
    const id = eventToldAt(lines, at);
    const message = id === undefined ? undefined : messageOf(SECURITY, id);
    if (!message) continue;
    const first = Math.max(from, at - (id === 4624 ? 2 * REACH : REACH));
    const last = Math.min(lines.length - 1, at + REACH);
    found.push(recordOf(page, lines, [first, at, last], message));
    from = at = Math.min(at + 3, last);
  }
  return found;
}

const SECURITY = 'Microsoft-Windows-Security-Auditing';

function recordOf(
  page: Page,
  lines: readonly Line[],
  [first, at, last]: readonly [number, number, number],
  message: Message,
): EventRecord {
  const [top, telling, bottom] = [lines[first], lines[at], lines[last]];
  const start = top?.start ?? 0;
  const wordsAt = page.place(telling?.from ?? start, telling?.end ?? start);
  const body = {
    page,
    start,
    first: top?.index ?? 0,
    end: Math.min((bottom?.index ?? 0) + 1, (top?.index ?? 0) + BELOW + REACH),
  };
  const said = { message, at: wordsAt, by: 'values' } as const;
  return { at: wordsAt, named: new Map(), listed: [], body, claimed: [], said };
}
