/**
 * Events as XML: Event Viewer's XML view and its "Event Xml:", `wevtutil /f:xml`, a forwarded event with
 * its RenderingInfo, a file with thousands of them, or a piece that begins anywhere, such as
 *
 *     <EventData><Data Name="Status">0xC000006D</Data> ...
 *
 * Source: the schema of events, http://schemas.microsoft.com/win/2004/08/events/event.
 */
import type { Span } from '../../../facts/span.ts';
import { readXml, type XmlElement } from '../../../text/xml.ts';
import { pageOf, type Original } from '../fields/page.ts';
import type { Body, EventRecord, Value } from '../record.ts';

const MARK =
  /(?:<|&lt;)(?:\w{1,20}:)?(?:Event|System|EventData|UserData|Data)[\s>/]|(?:<|&lt;)EventID/;

export function eventsInXml(text: string, original: Original): EventRecord[] {
  if (!MARK.test(text)) return [];
  const found: EventRecord[] = [];
  const place = ({ start, end }: Span) => original(start, end);
  const look = (element: XmlElement): void => {
    const name = localName(element);
    if (name === 'Event') found.push(recordOf(element, place));
    else element.children.forEach(look);
  };
  const { roots } = readXml(text);
  for (const root of roots) look(root);
  found.push(...pieces(roots, place));
  // A failed request trace has the same elements, and a reader of its own.
  return found.filter(({ provider }) => provider?.text !== 'WWW Server');
}

type Place = (at: Span) => Span;

/** What may stand without the elements around it. */
const PIECE =
  /^(?:System|EventData|UserData|RenderingInfo|Data|EventID|Provider|Channel|Computer|TimeCreated)$/;

/** System and EventData without the Event around them; what stands next to each other is one event. */
function pieces(roots: readonly XmlElement[], place: Place): EventRecord[] {
  const found: XmlElement[][] = [];
  for (const root of roots) {
    const name = localName(root);
    if (!PIECE.test(name)) continue;
    const last = found.at(-1);
    const isNew = !last || name === 'System' || (name !== 'Data' && has(last, name));
    if (isNew) found.push([root]);
    else last.push(root);
  }
  return found.map((elements) => recordOf(pretended(elements), place));
}

const has = (elements: readonly XmlElement[], name: string) =>
  elements.some((one) => localName(one) === name);

/** The element that is missing around its children. */
function pretended(children: XmlElement[]): XmlElement {
  const start = children[0]?.at.start ?? 0;
  const at = { start, end: children.at(-1)?.at.end ?? start };
  return { name: 'Event', parent: undefined, attributes: [], children, text: '', at };
}

function recordOf(event: XmlElement, place: Place): EventRecord {
  const system = child(event, 'System') ?? event;
  const rendering = child(event, 'RenderingInfo');
  const provider = child(system, 'Provider');
  const named = new Map<string, Value>();
  const listed: Value[] = [];
  for (const data of dataOf(event)) {
    const name = attribute(data, 'Name', place)?.text;
    const value = { text: data.text.trim(), at: place(data.textAt ?? data.at) };
    if (localName(data) !== 'Data') named.set(localName(data), value);
    else if (name === undefined) listed.push(value);
    else named.set(name, value);
  }
  const at = place(event.at);
  const body = rendering && bodyOf(child(rendering, 'Message'), place);
  return {
    at,
    ...only('provider', attribute(provider, 'Name', place)),
    ...only('id', textOf(system, 'EventID', place)),
    ...only('log', textOf(system, 'Channel', place)),
    ...only('computer', textOf(system, 'Computer', place)),
    ...only('time', attribute(child(system, 'TimeCreated'), 'SystemTime', place)),
    named,
    listed,
    ...(body && { body }),
    claimed: [at],
  };
}

/** Data of EventData, and what UserData has in an element of its own. */
function dataOf(event: XmlElement): XmlElement[] {
  const data = child(event, 'EventData')?.children ?? [];
  const user = child(event, 'UserData')?.children.flatMap((one) => one.children) ?? [];
  const bare = event.children.filter((one) => localName(one) === 'Data');
  return [...data, ...user, ...bare];
}

function bodyOf(message: XmlElement | undefined, place: Place): Body | undefined {
  const at = message?.textAt;
  if (!message || !at) return undefined;
  const whole = place(at);
  const page = pageOf(message.text.trim(), [], () => whole);
  return { page, start: 0, first: 0, end: page.lines.length };
}

const localName = ({ name }: XmlElement) => name.slice(name.indexOf(':') + 1);

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => localName(one) === name);
}

function textOf(element: XmlElement, name: string, place: Place): Value | undefined {
  const found = child(element, name);
  const text = found?.text.trim() ?? '';
  return found?.textAt && text !== '' ? { text, at: place(found.textAt) } : undefined;
}

function attribute(element: XmlElement | undefined, name: string, place: Place): Value | undefined {
  const found = element?.attributes.find((one) => one.name === name);
  return found && { text: found.value, at: place(found.at) };
}

function only<Key extends string>(key: Key, value: Value | undefined) {
  return (value ? { [key]: value } : {}) as Partial<Record<Key, Value>>;
}
