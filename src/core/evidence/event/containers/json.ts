/**
 * Events as JSON: NXLog and other flat shippers, Winlogbeat (`winlog.event_data`) and ECS, Splunk with its
 * `_raw`, evtx_dump, `Get-WinEvent | ConvertTo-Json`, and lines of them.
 *
 *     {"EventID": 4769, "SourceName": "Microsoft-Windows-Security-Auditing", "Status": "0x1b", ...}
 *     {"winlog": {"event_id": 4625, "event_data": {"SubStatus": "0xc000006a"}}, "message": "An account ..."}
 *
 * Names are those of the event's XML; where only the message is there, it is read as any other text.
 */
import { pageOf, type Original } from '../fields/page.ts';
import { eventNumber, type Body, type EventRecord, type Header, type Value } from '../record.ts';
import { roleOf, type Role } from './header-names.ts';
import { jsonTree, nodesOf, type JsonNode } from './json-tree.ts';
import { plainString } from './json-string.ts';

const MARK =
  /"(?:[\w.]{0,40}[._])?(?:event_?id|eventcode|event_data|eventdata|code|id)"\s{0,9}:|\\?"SourceName\\?"|"_raw"/i;

/** A text inside the text, to be read on its own: `_raw` of Splunk. */
export interface Inside {
  readonly text: string;
  readonly original: Original;
}

export interface JsonEvents {
  readonly records: readonly EventRecord[];
  readonly inside: readonly Inside[];
}

/** Values of one event; the rest of a larger document is left out. */
const MOST_VALUES = 1_000;

export function eventsInJson(text: string, original: Original): JsonEvents {
  const inside: Inside[] = [];
  if (!text.includes('{') || !MARK.test(text)) return { records: [], inside };
  const byDocument = new Map<JsonNode, JsonNode[]>();
  for (const node of nodesOf(jsonTree(text))) {
    const raw = node.pairs.find(({ name }) => /^_?raw$/.test(name));
    if (isEvent(node)) {
      const document = node.document ?? node;
      const nodes = byDocument.get(document);
      if (nodes) nodes.push(node);
      else byDocument.set(document, [node]);
    } else if (raw) inside.push(plainString(text, raw.at, original));
  }
  const records = [...byDocument].flatMap(([document, nodes]) => {
    if (!severalIn(nodes)) return [recordOf(nodesOf(document), text, original)];
    const others = new Set(nodes);
    return nodes.map((node) => recordOf(nodesOf(node, others), text, original));
  });
  return { records, inside };
}

/** Several events by the names of an object, where a list is usual; one has its number twice at most. */
function severalIn(nodes: readonly JsonNode[]): boolean {
  const names = new Set(nodes.map(({ name }) => name));
  return nodes.length > names.size || nodes.length > 2;
}

/** True for an object that has the number of an event, or values by the names of an event. */
function isEvent(node: JsonNode): boolean {
  const own = node.pairs.filter(({ name }) => roleOf(name) === 'id');
  const inside = /^EventID$/i.test(node.name)
    ? node.pairs.filter(({ name }) => /^(?:#text|Value)$/i.test(name))
    : [];
  return [...own, ...inside].some(
    (pair) => isNumberOfEvent(pair.name, node) && eventNumber(pair.text) !== undefined,
  );
}

/** `id` and `code` are the event's only next to its provider, or in its own object. */
function isNumberOfEvent(name: string, node: JsonNode): boolean {
  if (!/(?:^|\.)(?:id|code|event)$/i.test(name)) return true;
  const isOwn = /^event$/i.test(node.name) || /(?:^|\.)event\.code$/i.test(name);
  return (
    isOwn ||
    node.pairs.some((pair) => roleOf(pair.name) === 'provider' || roleOf(pair.name) === 'log')
  );
}

function recordOf(nodes: Iterable<JsonNode>, text: string, original: Original): EventRecord {
  const header: Partial<Record<Role, Value>> = {};
  const named = new Map<string, Value>();
  const listed: Value[] = [];
  let [start, end] = [text.length, 0];
  let count = 0;
  for (const node of nodes) {
    if (count > MOST_VALUES) break;
    count += node.pairs.length + 1;
    for (const { name, text: value, at } of node.pairs) {
      [start, end] = [Math.min(start, at.start), Math.max(end, at.end)];
      const placed = { text: value, at: original(at.start, at.end) };
      const role = roleIn(node, name);
      const own = name.slice(name.lastIndexOf('.') + 1);
      if (role === 'body') header.body ??= { text: value, at };
      else if (role && header[role] === undefined) header[role] = placed;
      else if (/^Value$/i.test(name) && /^Properties$/i.test(node.parent?.name ?? ''))
        listed.push(placed);
      else if (/^Data$/i.test(own)) listed.push(placed);
      else if (/^#?text$/i.test(own)) named.set(nameBeside(node) ?? own, placed);
      else if (!named.has(own)) named.set(own, placed);
    }
  }
  const { body, ...rest } = header;
  const at = original(Math.min(start, end), end);
  return {
    ...(rest as Header),
    at,
    named,
    listed,
    ...(body && { body: bodyOf(text, body, original) }),
    claimed: [at],
  };
}

/** What stands in the data of an event has no part in its header. */
function roleIn(node: JsonNode, name: string): Role | undefined {
  if (/event_?data|^Data$|^Properties$/i.test(node.name) || /event_data\./i.test(name))
    return undefined;
  const around = node.name === '#attributes' ? (node.parent?.name ?? '') : node.name;
  if (/^@?Name$/i.test(name) && /^Provider$/i.test(around)) return 'provider';
  if (/^@?SystemTime$/i.test(name) && /^TimeCreated$/i.test(around)) return 'time';
  if (/^(?:#text|Value)$/i.test(name) && /^EventID$/i.test(node.name)) return 'id';
  const role = roleOf(name);
  return role === 'id' && !isNumberOfEvent(name, node) ? undefined : role;
}

/** `{"@Name": "Status", "#text": "0x7"}`, as converters of XML write it. */
function nameBeside({ pairs }: JsonNode): string | undefined {
  return pairs.find(({ name }) => /^@?Name$/i.test(name))?.text;
}

function bodyOf(text: string, { at }: Value, original: Original): Body {
  const { text: plain, original: place } = plainString(text, at, original);
  const page = pageOf(plain, [], place);
  return { page, start: 0, first: 0, end: page.lines.length };
}
