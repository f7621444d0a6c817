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

/** Lines with a label above and below the values that tell it. */
const REACH = 16;
/** The longest messages have some fifty lines. */
const BELOW = 40;

interface Line extends PlacedLine {
  /** Index in the page. */
  readonly index: number;
}

const STATUS = /^0x[89cd][0-9a-f]{7}$/i;
const CODE = /^0x0{0,6}[0-9a-f]{1,2}$/i;
const ANY_STATUS = /^0x(?:[89cd][0-9a-f]{7}|0{1,8})$/i;
const OPTIONS = /^0x[4-9a-f0][0-9a-f]{7}$/i;
const ETYPE = /^0x(?:f{8}|0{0,6}(?:1|3|11|12|17|18))$/i;
const PACKAGE = /^(?:Kerberos|NTLM|Negotiate|MICROSOFT_AUTHENTICATION_PACKAGE_V1_0)$/i;
const TYPE = /^(?:[2-57-9]|1[0-3])$/;
const NUMBER = /^(?:\d{1,5}|-)$/;

type Test = (lines: readonly Line[], at: number) => boolean;

const value = (lines: readonly Line[], at: number) => lines[at]?.value ?? '';
const isNear = (lines: readonly Line[], from: number, to: number, pattern: RegExp) =>
  lines.slice(Math.max(from, 0), to).some((line) => pattern.test(line.value));

/** The first that holds is the event; `at` is the line of its first telling value. */
const TESTS: readonly (readonly [id: number, test: Test])[] = [
  [
    4625,
    (lines, at) =>
      STATUS.test(value(lines, at)) &&
      ANY_STATUS.test(value(lines, at + 1)) &&
      isNear(lines, at - 9, at, TYPE) &&
      isNear(lines, at + 2, at + REACH, PACKAGE),
  ],
  [
    4769,
    (lines, at) =>
      OPTIONS.test(value(lines, at)) &&
      ETYPE.test(value(lines, at + 1)) &&
      CODE.test(value(lines, at + 2)) &&
      !NUMBER.test(value(lines, at + 3)),
  ],
  [
    4768,
    (lines, at) =>
      OPTIONS.test(value(lines, at)) &&
      CODE.test(value(lines, at + 1)) &&
      ETYPE.test(value(lines, at + 2)) &&
      (NUMBER.test(value(lines, at + 3)) || ETYPE.test(value(lines, at + 3))),
  ],
  [
    4771,
    (lines, at) =>
      OPTIONS.test(value(lines, at)) &&
      CODE.test(value(lines, at + 1)) &&
      NUMBER.test(value(lines, at + 2)) &&
      isNear(lines, at - 8, at, /^krbtgt/i),
  ],
  [
    4776,
    (lines, at) =>
      /^MICROSOFT_AUTHENTICATION_PACKAGE_V1_0$/i.test(value(lines, at)) &&
      ANY_STATUS.test(value(lines, at + 3)),
  ],
  [
    4624,
    (lines, at) =>
      PACKAGE.test(value(lines, at)) &&
      /^(?:-|NTLM V[12]|LM)$/i.test(value(lines, at + 2)) &&
      /^\d{1,3}$/.test(value(lines, at + 3)) &&
      isNear(lines, at - 26, at, /^\{[0-9a-f-]{36}\}$/i) &&
      isNear(lines, at - 32, at, TYPE),
  ],
];

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
    const id = TESTS.find(([, test]) => test(lines, at))?.[0];
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
