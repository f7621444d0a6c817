/** Events in containers that say where each one begins and ends: JSON, XML, CSV and tables. */
import type { Span } from '../../../facts/span.ts';
import { occupiedBy } from '../../../text/occupied.ts';
import { pageOf, type Original } from '../fields/page.ts';
import type { EventRecord, Value } from '../record.ts';
import { eventsInCsv } from './csv.ts';
import { eventsInJson } from './json.ts';
import { eventsInTables } from './table.ts';
import { eventsInText } from './text.ts';
import { eventsInXml } from './xml.ts';

const SAME: Original = (start, end) => ({ start, end });
/** Texts inside of texts, such as `_raw`. */
const DEPTH = 2;

export function recordsIn(text: string, original: Original = SAME, depth = 0): EventRecord[] {
  const found: EventRecord[] = [];
  const add = (records: readonly EventRecord[]) => {
    const isTaken = occupiedBy(found.map(({ at }) => at));
    found.push(...records.filter(({ at }) => !isTaken(at)));
  };
  const { records, inside } = eventsInJson(text, original);
  add(records);
  add(eventsInXml(text, original));
  if (depth < DEPTH) {
    add(inside.flatMap((one) => wholeIn(one.text, one.original, depth + 1)));
  }
  add(eventsInCsv(text, original));
  add(eventsInTables(text, original));
  return found;
}

/** What a text inside the text has, of whatever form it is. */
function wholeIn(text: string, original: Original, depth: number): EventRecord[] {
  const records = recordsIn(text, original, depth);
  return records.length > 0 ? records : eventsInText(pageOf(text, [], original));
}

/** Where records stand, with all that they explain. */
export function rangesOf(records: readonly EventRecord[]): Span[] {
  return records.flatMap(({ at, claimed }) => [at, ...claimed]);
}

/** In the order of the text; what Event Viewer copies as text and then as XML is one event. */
export function merged(records: readonly EventRecord[]): EventRecord[] {
  const result: EventRecord[] = [];
  for (const record of records.toSorted((a, b) => a.at.start - b.at.start)) {
    const last = result.at(-1);
    if (last && isSame(last, record)) result[result.length - 1] = together(last, record);
    else result.push(record);
  }
  return result;
}

/** UTF-16 code units between the header of a text and the XML of the same event. */
const NEAR = 12_000;

function isSame(text: EventRecord, xml: EventRecord): boolean {
  if (text.named.size > 0 || !text.body || xml.body || !xml.id) return false;
  const isNear = xml.at.start - text.at.end < NEAR;
  return isNear && text.id?.text === xml.id.text && isSameText(text.computer, xml.computer);
}

function isSameText(a: Value | undefined, b: Value | undefined): boolean {
  const [one = '', other = ''] = [a?.text, b?.text];
  return one === '' || other === '' || one.toLowerCase() === other.toLowerCase();
}

function together(text: EventRecord, xml: EventRecord): EventRecord {
  const claimed = [...text.claimed, ...xml.claimed];
  return { ...xml, ...text, named: xml.named, listed: xml.listed, claimed };
}
