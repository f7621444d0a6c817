/**
 * The XML of a trace: a whole file, or events cut out of it.
 *
 *     <failedRequest url="http://portal/" statusCode="401.1" triggerStatusCode="401.1" ...>
 *      <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
 *       <EventData><Data Name="ModuleName">WindowsAuthenticationModule</Data> ...</EventData>
 *       <RenderingInfo Culture="en-US"><Opcode>MODULE_SET_RESPONSE_ERROR_STATUS</Opcode> ...
 *
 * The events of a Windows event log have the same elements and another provider.
 */
import type { Span } from '../../facts/span.ts';
import { gapsBetween } from '../../text/gaps.ts';
import type { XmlElement } from '../../text/xml.ts';
import type { Field, Trace, TraceEvent, TracedRequest } from './trace.ts';

const PROVIDER =
  /^(?:WWW Server|ASPNET|ASP|ISAPI Extension|\{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83\})$/i;
/** Fields that only events of a trace have, for those that are torn out of their file. */
const OWN = ['HttpSubStatus', 'NTLMUsed', 'AuthTypeSupported', 'ConfigExceptionInfo', 'KMUsed'];

/** Everything of traces in the elements. */
export function xmlTrace(roots: readonly XmlElement[]): Trace {
  const requests: TracedRequest[] = [];
  const events: TraceEvent[] = [];
  const whole: Span[] = [];
  const headers: Span[] = [];
  const look = (element: XmlElement, isInside: boolean): void => {
    const isRequest = /^failedRequest$/i.test(element.name);
    if (isRequest) {
      requests.push({ attributes: attributesOf(element), at: startOf(element) });
      whole.push(element.at);
    }
    const event = eventOf(element);
    if (event && (isInside || isOfTrace(element, event))) {
      events.push(event);
      headers.push(...headersIn(element));
      if (!isInside) whole.push(element.at);
      return;
    }
    for (const child of element.children) look(child, isInside || isRequest);
  };
  for (const root of roots) look(root, false);
  return { requests, events, claimed: without(whole, headers) };
}

function attributesOf({ attributes }: XmlElement): ReadonlyMap<string, Field> {
  return new Map(attributes.map(({ name, value, at }) => [name.toLowerCase(), { value, at }]));
}

/** The start tag, not the events in it. */
function startOf({ at, attributes, children }: XmlElement): Span {
  const end = attributes.at(-1)?.at.end ?? children[0]?.at.start ?? at.end;
  return { start: at.start, end: Math.min(end + 1, at.end) };
}

/** An `<Event>`, or an `<EventData>` without one. */
function eventOf(element: XmlElement): TraceEvent | undefined {
  if (!/^(?:Event|EventData)$/.test(element.name)) return undefined;
  const data = new Map<string, Field>();
  const described = new Map<string, string>();
  let opcode = '';
  const look = (one: XmlElement): void => {
    const name = one.attributes.find((attribute) => /^(?:Name|Data)$/.test(attribute.name))?.value;
    const value = one.text.trim();
    if (one.name === 'Data' && name !== undefined) {
      data.set(name, { value, at: one.textAt ?? one.at });
    } else if (/(?:^|:)Description$/.test(one.name) && name !== undefined) {
      described.set(name, value);
    } else if (one.name === 'Opcode' && /^[A-Za-z]/.test(value)) opcode = value;
    one.children.forEach(look);
  };
  look(element);
  return { opcode, data, described, at: element.at };
}

function isOfTrace(element: XmlElement, { data, described, opcode }: TraceEvent): boolean {
  const system = element.children.find(({ name }) => name === 'System');
  const provider = system?.children.find(({ name }) => name === 'Provider');
  if (provider) return provider.attributes.some(({ value }) => PROVIDER.test(value));
  if (OWN.some((name) => data.has(name))) return true;
  return described.size > 0 && /^[A-Z][A-Z_]+$/.test(opcode);
}

function headersIn(element: XmlElement): Span[] {
  const isHeaders =
    element.name === 'Data' &&
    element.attributes.some(({ name, value }) => name === 'Name' && value === 'Headers');
  const own = isHeaders && element.textAt ? [element.textAt] : [];
  return [...own, ...element.children.flatMap(headersIn)];
}

/** `whole` with holes in it. */
function without(whole: readonly Span[], holes: readonly Span[]): Span[] {
  return whole.flatMap(({ start, end }) => {
    const inside = holes
      .filter((hole) => hole.start >= start && hole.end <= end)
      .map((hole) => ({ start: hole.start - start, end: hole.end - start }));
    return gapsBetween(end - start, inside).map((gap) => ({
      start: gap.start + start,
      end: gap.end + start,
    }));
  });
}
