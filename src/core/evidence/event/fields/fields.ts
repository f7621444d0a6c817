/**
 * The values of an event by their names in XML, from wherever it has them: named, in the order of %1 and
 * %2, or in the words of its message.
 */
import type { Span } from '../../../facts/span.ts';
import type { Body, EventRecord, Value } from '../record.ts';
import { align } from './align.ts';
import { labelledLines, valueOf } from './labelled.ts';
import type { Message } from './messages.ts';
import type { PageLine } from './page.ts';
import { isNothing } from './value-types.ts';

export interface Fields {
  readonly values: ReadonlyMap<string, Value>;
  /** Ranges of the message that are explained. */
  readonly claimed: readonly Span[];
}

/** Characters of a message that are searched for its sentences; the longest has some two thousand. */
const MESSAGE_LENGTH = 4_000;

export function fieldsOf(record: EventRecord, message: Message): Fields {
  const values = new Map<string, Value>();
  const claimed: Span[] = [];
  const keep = (name: string, value: Value) => {
    // A sign for "nothing" in one place does not hide what another one says.
    if (!isNothing(value.text) && !values.has(name)) values.set(name, value);
  };
  for (const [name, value] of record.named) keep(nameOf(name, message), value);
  for (const [index, value] of record.listed.entries()) {
    const name = message.data[index];
    if (name !== undefined) keep(name, value);
  }
  if (record.body) {
    for (const part of [labelled(record.body, message), told(record.body, message)]) {
      for (const [name, value] of part.values) keep(name, value);
      claimed.push(...part.claimed);
    }
  }
  if (record.body && message.lines.length === 0) claimed.push(...paragraphs(record.body));
  return { values, claimed };
}

/** Lines of a message that is prose. */
const MOST_LINES = 25;

/** The sentences of a message without labels: up to the next blank line, and the heading above them. */
function paragraphs({ page, first, end }: Body): Span[] {
  let last = first;
  while (last - first < MOST_LINES && last + 1 < end && goesOn(page.lines, last)) last++;
  return [page.placeOfLines(first, last)];
}

function goesOn(lines: readonly PageLine[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (!line || !next) return false;
  // "Description:" and the like may stand above a blank line.
  return next.line - line.line === 1 || /^[^:：]{1,40}[:：]$/.test(line.text);
}

/** `param1` of old events, and names in another case, as some programs write them. */
function nameOf(name: string, { data, lines }: Message): string {
  const number = /^(?:param|data_?|string|p)(\d{1,2})$/i.exec(name)?.[1];
  if (number !== undefined) return data[Number(number) - 1] ?? name;
  const key = keyOf(name);
  const known = [...data, ...lines.flatMap((line) => line.name ?? [])];
  return known.find((one) => keyOf(one) === key) ?? name;
}

const keyOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

function labelled(body: Body, message: Message): Fields {
  const lines = labelledLines(body, message);
  const values = new Map<string, Value>();
  const used: number[] = [];
  for (const [row, index] of align(lines, message).entries()) {
    const line = index === undefined ? undefined : lines[index];
    if (!line) continue;
    used.push(line.start, line.end);
    const name = message.lines[row]?.name;
    if (name !== undefined && line.value !== '') values.set(name, valueOf(body, line));
  }
  const span = used.length > 0 ? [body.page.place(Math.min(...used), Math.max(...used))] : [];
  return { values, claimed: span };
}

function told({ page, start }: Body, message: Message): Fields {
  const text = page.text.slice(start, start + MESSAGE_LENGTH);
  const values = new Map<string, Value>();
  const claimed: Span[] = [];
  for (const pattern of message.text) {
    const match = pattern.exec(text);
    if (!match) continue;
    claimed.push(page.place(start + match.index, start + match.index + match[0].length));
    for (const [name, [from, to]] of Object.entries(match.indices?.groups ?? {})) {
      const at = page.place(start + from, start + to);
      if (!values.has(name)) values.set(name, { text: text.slice(from, to), at });
    }
  }
  return { values, claimed };
}
