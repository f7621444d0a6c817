/**
 * One attempt as a ladder: each request, and under it the answer with its codes. The rows are
 * written with the answers, so the drawing shows only what a row names.
 */
import {
  counted,
  firstAndLast,
  type LogEntry,
  OUTCOME_WORDS,
  type Severity,
  type StoryAttempt,
} from '../../core/index.ts';
import { h } from '../dom.ts';
import { statusOf } from './row-table.ts';
import { isPlace, spanAttributes } from './spans.ts';

/** Rows drawn, of more the first and the last; a client refused for hours has thousands. */
const ROWS_DRAWN = 24;

export function attemptLadder(attempt: StoryAttempt, entries: readonly LogEntry[]): HTMLElement {
  if (entries.length === 0) {
    const reason = 'The rows of this attempt are not kept: the paste has too many.';
    return h('p', { class: 'size' }, reason);
  }
  const client = attempt.client ?? 'Client';
  const drawn = firstAndLast(entries, ROWS_DRAWN);
  const left = attempt.rows - drawn.length;
  return h(
    'figure',
    { class: 'picture ladder', 'data-actors': 2 },
    h(
      'div',
      { class: 'actors', 'aria-hidden': 'true' },
      h('span', {}, client),
      h('span', {}, 'Server'),
    ),
    h(
      'ol',
      {},
      ...drawn.flatMap((entry, i) => [
        left > 0 && i === ROWS_DRAWN / 2 && h('li', {}, gap(left)),
        request(entry, client),
        answer(entry, client, toneOf(attempt, entry, i === drawn.length - 1), drawn[0]),
      ]),
    ),
    h(
      'figcaption',
      {},
      'Times are those of the rows, written when an answer was complete, and counted from the first.',
    ),
  );
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
  const button = { type: 'button', class: 'proof-mark', 'data-reveal': true };
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
