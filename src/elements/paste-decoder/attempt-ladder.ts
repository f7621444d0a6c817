/**
 * One attempt as a ladder: each request, and under it the answer with its codes. The rows are
 * written with the answers, so the drawing shows only what a row names. Steps that repeat themselves
 * are drawn once.
 */
import {
  counted,
  type LogEntry,
  OUTCOME_WORDS,
  type Severity,
  type StoryAttempt,
} from '../../core/index.ts';
import { h } from '../dom.ts';
import { moreTimes, type Round, roundsOf } from './repeats.ts';
import { statusOf } from './row-table.ts';
import { isPlace, spanAttributes } from './spans.ts';

/** Rows drawn, of more the first and the last; a client refused for hours has thousands. */
const ROWS_DRAWN = 24;
/** Rows of one logon: the offer, the challenge, the refusal. */
const STEPS = 3;

export function attemptLadder(attempt: StoryAttempt, entries: readonly LogEntry[]): HTMLElement {
  if (entries.length === 0) {
    const reason = 'The rows of this attempt are not kept: the paste has too many.';
    return h('p', { class: 'size' }, reason);
  }
  const client = attempt.client ?? 'Client';
  const { first, last, left } = drawnOf(attempt, entries);
  const [begin] = entries;
  const end = [...first, ...last].at(-1)?.items.at(-1);
  const draw = (round: Round<LogEntry>) => [
    ...round.items.flatMap((entry) => [
      request(entry, client),
      answer(entry, client, toneOf(attempt, entry, entry === end), begin),
    ]),
    round.times > 1 && h('li', {}, again(round, begin)),
  ];
  return h(
    'figure',
    { class: 'picture ladder', 'data-actors': 2 },
    h(
      'div',
      { class: 'actors', 'aria-hidden': 'true' },
      h('span', {}, client),
      h('span', {}, 'Server'),
    ),
    h('ol', {}, ...first.flatMap(draw), left > 0 && h('li', {}, gap(left)), ...last.flatMap(draw)),
    h(
      'figcaption',
      {},
      'Times are those of the rows, written when an answer was complete, and counted from the first.',
    ),
  );
}

/** What is drawn: all, or the beginning and the end. Of an attempt of very many rows not all are kept. */
function drawnOf({ rows }: StoryAttempt, entries: readonly LogEntry[]) {
  const isWhole = entries.length >= rows;
  const middle = isWhole ? entries.length : Math.ceil(entries.length / 2);
  const [before, after] = [entries.slice(0, middle), entries.slice(middle)].map((part) =>
    roundsOf(part, stepOf, STEPS),
  );
  const all = [...(before ?? []), ...(after ?? [])];
  if (isWhole && sizeOf(all) <= ROWS_DRAWN) return { first: all, last: [], left: 0 };
  const first = within(isWhole ? all : (before ?? []));
  const last = within(
    (isWhole ? all.slice(first.length) : (after ?? [])).toReversed(),
  ).toReversed();
  const drawn = [...first, ...last].reduce(
    (sum, { items, times }) => sum + items.length * times,
    0,
  );
  return { first, last, left: rows - drawn };
}

/** The first rounds that half of the drawing has room for. */
function within(rounds: readonly Round<LogEntry>[]): Round<LogEntry>[] {
  let room = ROWS_DRAWN / 2;
  const end = rounds.findIndex(({ items }) => (room -= items.length) < 0);
  return rounds.slice(0, end < 0 ? rounds.length : end);
}

function sizeOf(rounds: readonly Round<LogEntry>[]): number {
  return rounds.reduce((sum, { items }) => sum + items.length, 0);
}

/** What makes two rows the same step. */
function stepOf({ method, uri, user, status, substatus, win32 }: LogEntry): string {
  return [method, uri, user, status, substatus, win32].join(' ');
}

/** `The same 39 more times, the last at +2,340 s, line 81.` */
function again({ times, last }: Round<LogEntry>, first: LogEntry | undefined): HTMLElement {
  const time = offset(first, last);
  const until = time === '' ? 'the last is ' : `the last at ${time}, `;
  return h('span', { class: 'note' }, `The same ${moreTimes(times)}, ${until}`, lineOf(last), '.');
}

function gap(left: number): HTMLElement {
  return h('span', { class: 'note' }, `${counted(left, 'row')} between are not drawn.`);
}

function request({ method = 'Request', uri = '' }: LogEntry, client: string): HTMLElement {
  return h(
    'li',
    {},
    h('span', { class: 'visually-hidden' }, `${client} to server:`),
    h('span', { class: 'message' }, `${method} ${uri}`.trim()),
    h('span', { class: 'arrow', 'aria-hidden': 'true' }),
  );
}

function answer(
  entry: LogEntry,
  client: string,
  tone: Severity | undefined,
  first: LogEntry | undefined,
): HTMLElement {
  const { win32, win32Name, substatusName, user, timeTaken } = entry;
  const isRefusal = entry.status === 401;
  const code = isRefusal && win32 !== undefined ? `${statusOf(entry)} ${win32}` : statusOf(entry);
  const names = [
    // 0 says nothing, and the name of 401.1, "Logon failed", is wrong for the middle leg.
    isRefusal && (win32 ? win32Name : substatusName),
    user !== undefined && `as ${user}`,
  ];
  const times = [offset(first, entry), timeTaken !== undefined && `took ${timeTaken} ms`];
  const said = [...names, ...times].filter((part) => typeof part === 'string' && part !== '');
  return h(
    'li',
    { 'data-severity': tone, 'data-back': true },
    h('span', { class: 'visually-hidden' }, `Server to ${client}:`),
    h('span', { class: 'message' }, code),
    h('span', { class: 'arrow', 'aria-hidden': 'true' }),
    h('span', { class: 'note' }, `${said.join(', ')} `, lineOf(entry)),
  );
}

/** The line's number; it leads to the line where the paste, or the excerpt of a file, has it. */
function lineOf({ file, line, at }: LogEntry): HTMLElement {
  const words = file === undefined ? `line ${line}` : `${file}, line ${line}`;
  if (!isPlace(at)) return h('span', {}, words);
  const button = { type: 'button', class: 'place', 'data-reveal': true };
  return h('button', { ...button, ...spanAttributes(at) }, words);
}

/** Only the answer that decided has a tone. */
function toneOf({ outcome }: StoryAttempt, entry: LogEntry, isLast: boolean): Severity | undefined {
  if (!isLast) return undefined;
  return entry.status === 401 ? OUTCOME_WORDS[outcome].severity : 'ok';
}

/** `+12 s` after the first row. */
function offset(first: LogEntry | undefined, { time }: LogEntry): string {
  const ms = Date.parse(time ?? '') - Date.parse(first?.time ?? '');
  if (Number.isNaN(ms)) return '';
  return `${ms < 0 ? '−' : '+'}${(Math.abs(ms) / 1_000).toLocaleString('en')} s`;
}
