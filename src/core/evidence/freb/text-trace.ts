/**
 * A trace as text: what its style sheet (freb.xsl) shows, what PowerShell lists of it, and start tags
 * that are torn off.
 *
 *     MODULE_SET_RESPONSE_ERROR_STATUS
 *     Warning  ModuleName="IIS Web Core", Notification="AUTHENTICATE_REQUEST", HttpStatus="401", ...
 *
 *     ModuleName     IIS Web Core                  Failure Reason   STATUS_CODE
 *     Notification   AUTHENTICATE_REQUEST          Final Status     401.2
 *     HttpStatus     401
 *
 * None of the names is translated. A value goes on to the next name.
 */
import { cover, type Span } from '../../facts/span.ts';
import type { Field, Trace, TraceEvent, TracedRequest } from './trace.ts';

const EVENT_FIELDS =
  'ModuleName|Notification|HttpStatus|HttpReason|HttpSubStatus|ErrorCode|ConfigExceptionInfo|AuthType|NTLMUsed|RemoteUserName|AuthUserName|TokenImpersonationLevel|KMUsed|APUserName|SPNName|ADConfigIsOK|KerberosInfo|AuthTypeSupported|RequestAuthType|fIsPostNotification(?:Event)?|fIsCompletion|NotificationStatus|ContextId';
const REQUEST_FIELDS =
  'url|siteId|appPoolId|processId|verb|remoteUserName|userName|tokenUserName|authenticationType|activityId|failureReason|statusCode|triggerStatusCode|timeTaken';
/** Names of the view, and what the attributes are called. */
const VIEW: Readonly<Record<string, string>> = {
  Url: 'url',
  'App Pool': 'apppoolid',
  Authentication: 'authenticationtype',
  'User from token': 'tokenusername',
  'Failure Reason': 'failurereason',
  'Trigger Status': 'triggerstatuscode',
  'Final Status': 'statuscode',
  'Time Taken': 'timetaken',
  'Activity ID': 'activityid',
  Site: 'siteid',
  Process: 'processid',
};
const OPCODE = /\b(?:AUTH|SECURITY|MODULE|NOTIFY|GENERAL|FILTER|USER|HANDLER)_[A-Z_]{2,60}\b/g;

/** Characters between two names of one event, and of the value of the last. */
const REACH = 400;
/** Characters before the fields of an event in which its name is. */
const BEFORE = 120;

interface Named {
  readonly name: string;
  readonly start: number;
  /** Where the value begins. */
  readonly from: number;
}

/** Everything of traces in a text without XML. */
export function textTrace(text: string): Trace {
  const events = groups(named(text, EVENT_FIELDS), /^(?:ModuleName|AuthType|KMUsed|ContextId)$/)
    .map((group) => fieldsOf(text, group))
    .flatMap((fields) => eventOf(text, fields));
  const own = groups(named(text, REQUEST_FIELDS), /^url$/).map((group) => fieldsOf(text, group));
  const view = /\bFinal Status\b/.test(text)
    ? groups(named(text, Object.keys(VIEW).join('|')), /^Url$/).map((group) =>
        fieldsOf(text, group),
      )
    : [];
  const requests = [...own, ...view].flatMap(requestOf);
  return {
    requests,
    events,
    claimed: [...events, ...requests].map(({ at }) => at),
  };
}

function named(text: string, names: string): Named[] {
  const pattern = new RegExp(`(?<![\\w./"'-])(${names})"?(?=[ \\t]{0,80}[=:]|[ \\t\\r\\n]|$)`, 'g');
  return [...text.matchAll(pattern)].map(({ 0: found, 1: name = '', index }) => ({
    name,
    start: index,
    from: index + found.length,
  }));
}

/** Names that are near each other; one of `first`, or a name for the second time, begins a new group. */
function groups(all: readonly Named[], first: RegExp): Named[][] {
  const found: Named[][] = [];
  for (const one of all) {
    const group = found.at(-1);
    const last = group?.at(-1);
    const isNear = last && one.start - last.from < REACH;
    const isNew = first.test(one.name) || group?.some(({ name }) => name === one.name);
    if (group && isNear && !isNew) group.push(one);
    else found.push([one]);
  }
  return found;
}

function fieldsOf(text: string, group: readonly Named[]): Map<string, Field & { start: number }> {
  return new Map(
    group.map(({ name, start, from }, index) => {
      const next = group[index + 1]?.start ?? Math.min(text.length, lastEnd(text, from));
      const raw = text.slice(from, next);
      const before = /^[\s=:|"',>`]{0,90}/.exec(raw)?.[0].length ?? 0;
      const value = raw.slice(before).replace(/[\s"',|>`]{1,90}$/, '');
      const at = { start: from + before, end: from + before + value.length };
      return [name, { value, at, start }];
    }),
  );
}

/** The last value is on its line or the next; the text of an error goes on with its code in brackets. */
function lastEnd(text: string, from: number): number {
  const value =
    /^[ \t]{0,80}[=:]?[ \t]{0,80}[\r\n]{0,2}[^\r\n]{0,300}(?:\r?\n[ \t>]{0,20}\(0x[\da-f]{1,8}\))?/i.exec(
      text.slice(from, from + REACH),
    );
  return from + (value?.[0].length ?? 0);
}

function eventOf(text: string, fields: Map<string, Field & { start: number }>): TraceEvent[] {
  const isError =
    /^[45]\d\d$/.test(fields.get('HttpStatus')?.value ?? '') && fields.has('ModuleName');
  if (!isError && !fields.has('NTLMUsed') && !fields.has('ADConfigIsOK')) return [];
  const start = Math.min(...[...fields.values()].map((field) => field.start));
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const opcode = [...before.matchAll(OPCODE)].at(-1)?.[0] ?? '';
  const places = [...fields.values()].map(({ at, start: from }): Span => ({ ...at, start: from }));
  const at = cover(places) ?? { start, end: start };
  return [{ opcode, data: fields, described: new Map(), at }];
}

function requestOf(fields: Map<string, Field & { start: number }>): TracedRequest[] {
  const attributes = new Map(
    [...fields].map(([name, field]) => [VIEW[name] ?? name.toLowerCase(), field] as const),
  );
  const isStatus = /^[1-5]\d\d(?:\.\d{1,3})?$/.test(attributes.get('statuscode')?.value ?? '');
  const isTrace = ['failurereason', 'triggerstatuscode', 'apppoolid', 'activityid'].some((name) =>
    attributes.has(name),
  );
  if (!isStatus || !isTrace) return [];
  const places = [...fields.values()].map(({ at, start }): Span => ({ ...at, start }));
  return [{ attributes, at: cover(places) ?? { start: 0, end: 0 } }];
}
