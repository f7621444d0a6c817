/**
 * The lines `label: value` of a message, with their places. A message that lost its line ends, as in
 * syslog or in the field of a database, is cut before each label that it is known to have.
 */
import type { Body, Value } from '../record.ts';
import { MOST_LINES, type LabelledLine } from './align.ts';
import type { Message } from './messages.ts';

export interface PlacedLine extends LabelledLine {
  /** Offsets of the whole line and of its value in the page. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
}

/** Bold type may end after the colon. */
const PAIR = /^([^:：=]{1,80}?)\s{0,8}[:：]{1,2}[*`]{0,3}(?:\s{0,200}(\S.*))?$/d;
/** Shorter lines hold one label. */
const GLUED = 100;
/** So many labels on one line are no accident. */
const SEVERAL = 3;

export function labelledLines({ page, first, end, start }: Body, message: Message): PlacedLine[] {
  const found: PlacedLine[] = [];
  for (let index = first; index < end && found.length < MOST_LINES; index++) {
    const line = page.lines[index];
    if (!line) break;
    const from = Math.max(start, line.start) - line.start;
    const text = from > 0 ? line.text.slice(from) : line.text;
    const at = line.start + from;
    found.push(...(text.length > GLUED ? unglued(text, at, message) : pairIn(text, at)));
  }
  return found.slice(0, MOST_LINES);
}

/** The label and the value of a line; none for a line without a label. */
export function pairIn(text: string, at: number): PlacedLine[] {
  const match = PAIR.exec(text);
  const [, label = '', value = ''] = match ?? [];
  if (!match) return [];
  const from = at + (match.indices?.[2]?.[0] ?? text.length);
  return [{ label: label.toLowerCase(), value, start: at, end: at + text.length, from }];
}

function unglued(text: string, at: number, message: Message): PlacedLine[] {
  const labels = [...text.matchAll(labelPattern(message))];
  if (labels.length < SEVERAL) return pairIn(text, at);
  return labels.flatMap((match, index) => {
    const start = match.index + match[0].length - (match[1] ?? '').length - 1;
    const end = labels[index + 1]?.index ?? text.length;
    return pairIn(text.slice(start, end).trimEnd(), at + start);
  });
}

const PATTERNS = new Map<Message, RegExp>();

function labelPattern(message: Message): RegExp {
  const known = PATTERNS.get(message);
  if (known) return known;
  const labels = [...new Set(message.lines.map(({ label }) => label))]
    .sort((a, b) => b.length - a.length)
    .map((label) => label.replace(/[()]/g, '\\$&').replace(/ /g, '\\s{1,4}'));
  const pattern =
    labels.length > 0 ? new RegExp(`(?:^|\\s)(${labels.join('|')}):`, 'gi') : /$(?!)/g;
  PATTERNS.set(message, pattern);
  return pattern;
}

/** The value of a line, without what a page put around it. */
export function valueOf({ page }: Body, { value, from }: PlacedLine): Value {
  const text = value.trimEnd();
  return { text, at: page.place(from, from + text.length) };
}
