/**
 * Where the events of a text begin: at a line of a header that its event has already, or at the words of a
 * message that has no header.
 */
import { messageOf } from '../fields/messages.ts';
import { pairIn } from '../fields/labelled.ts';
import type { Page, PageLine } from '../fields/page.ts';
import type { Header } from '../record.ts';
import { sayingsIn, type Saying } from './says.ts';
import { headerIn, type HeaderLine } from './text-header.ts';
import { headlessAt } from './text-headings.ts';

export interface Draft {
  /** Index of its first line, and of the last one of its header; -1 for none. */
  readonly first: number;
  lastHeader: number;
  readonly header: { -readonly [Key in keyof Header]: HeaderLine };
  /** Index of the line with the number. */
  idLine?: number;
  /** True where a line only names the number. */
  isMentioned?: true;
  /** Offset of the message. */
  body?: number;
  saying?: Saying;
}

/** Lines between two lines of one header. */
const GAP = 8;
/** Lines between the provider and the number: date, or the category of old events. */
const NEAR = 3;

/** In the order of the text. */
export function draftsIn(page: Page): Draft[] {
  const drafts: Draft[] = [];
  const sayings = sayingsIn(page.text);
  let next = 0;
  for (const [index, line] of page.lines.entries()) {
    const end = line.start + line.text.length;
    const last = drafts.at(-1);
    const isBelow = last?.header.id === undefined && last?.header.provider !== undefined;
    const found = headerIn(line, isBelow && index - last.lastHeader <= NEAR);
    for (const one of found) takeHeader(drafts, one, index);
    if (found.length === 0) takeMention(drafts, page, index);
    for (; (sayings[next]?.start ?? Infinity) < end; next++) {
      const saying = sayings[next];
      if (saying) takeSaying(drafts, saying, index, line.start);
    }
    takeHeadless(drafts, page, index);
  }
  return drafts.filter(isEvent);
}

/** A number alone may be anything's. */
function isEvent({ header: { id, provider, log }, saying, isMentioned }: Draft): boolean {
  const isNumbered = id !== undefined && (provider ?? log) !== undefined;
  return saying !== undefined || isNumbered || isMentioned === true;
}

function takeHeader(drafts: Draft[], line: HeaderLine, index: number): void {
  const last = drafts.at(-1);
  const { role } = line;
  const isOpen = last && last.body === undefined && index - last.lastHeader <= GAP;
  if (role === 'body') {
    if (isOpen) last.body = line.start;
  } else if (isOpen && last.header[role] === undefined) {
    last.header[role] = line;
    last.lastHeader = index;
    if (role === 'id') last.idLine = index;
  } else if (
    /^(?:log|provider|id)$/.test(role) ||
    (role === 'time' && isOpen && isSecond(last, line))
  ) {
    // A name inside a message, such as that of a package, is no header.
    if (last?.body !== undefined && !line.isLabelled && !isOwnLine(line)) return;
    const id = role === 'id' ? { idLine: index } : {};
    drafts.push({ first: index, lastHeader: index, header: { [role]: line }, ...id });
  }
}

const isOwnLine = ({ text }: HeaderLine) => text.startsWith('Microsoft-Windows-');

/** PowerShell's lists begin with the time. */
function isSecond({ header }: Draft, line: HeaderLine): boolean {
  return header.time !== undefined && header.id !== undefined && line.isLabelled;
}

function takeSaying(drafts: Draft[], saying: Saying, index: number, line: number): void {
  const last = drafts.at(-1);
  const isFree = last && !last.saying && index - last.lastHeader <= GAP + NEAR;
  if (isFree) last.saying = saying;
  else drafts.push({ first: index, lastHeader: -1, header: {}, saying });
  const draft = drafts.at(-1);
  // The message may begin before the words that make it known, but on their line.
  if (draft) draft.body ??= draft.lastHeader === index ? saying.start : line;
}

/** `Event ID 4625 in the Security log:`, in a short line above lines of that message. */
const MENTION = /^.{0,40}\bevent(?: ?id)? (\d{3,5})\b.{0,60}$/i;
const BELOW = 2;

function takeMention(drafts: Draft[], { lines }: Page, index: number): void {
  const line = lines[index];
  const match = MENTION.exec(line?.text ?? '');
  const message = messageOf(SECURITY, Number(match?.[1]));
  if (!line || !match?.[1] || !message) return;
  const labels = new Set(message.lines.map(({ label }) => label));
  const isAbove = lines.slice(index + 1, index + 1 + BELOW).some((next) => hasLabel(next, labels));
  if (!isAbove) return;
  const start = line.start + line.text.indexOf(match[1]);
  const id: HeaderLine = { role: 'id', text: match[1], start, isLabelled: true };
  drafts.push({ first: index, lastHeader: index, header: { id }, isMentioned: true });
}

/** Lines that one event has at most, as far as its headings go. */
const LENGTH = 60;

function takeHeadless(drafts: Draft[], page: Page, index: number): void {
  const last = drafts.at(-1);
  if (last && index - last.first < LENGTH) return;
  const found = headlessAt(page, index);
  const [line, top] = [page.lines[index], page.lines[found?.first ?? index]];
  if (!found || !line || !top) return;
  const { message, first } = found;
  const saying = { message, start: line.start, end: line.start + line.text.length };
  drafts.push({ first, lastHeader: -1, header: {}, body: top.start, saying });
}

const SECURITY = 'Microsoft-Windows-Security-Auditing';

function hasLabel({ text, start }: PageLine, labels: ReadonlySet<string>): boolean {
  return pairIn(text, start).some(({ label }) => labels.has(label));
}
