/** What the events and attributes of a trace state. */
import type { Fact, FactOf } from '../../facts/fact.ts';
import { accountOf, spnOf } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { unsigned32 } from '../../codes/number.ts';
import type { Field, Trace, TraceEvent, TracedRequest } from './trace.ts';

/** Bits of HTTP_REQUEST_NOTIFICATION (httpserv.h), with the names that the trace gives them. */
const NOTIFICATIONS: readonly (readonly [bit: number, name: string])[] = [
  [0x1, 'BEGIN_REQUEST'],
  [0x2, 'AUTHENTICATE_REQUEST'],
  [0x4, 'AUTHORIZE_REQUEST'],
  [0x8, 'RESOLVE_REQUEST_CACHE'],
  [0x10, 'MAP_REQUEST_HANDLER'],
  [0x20, 'ACQUIRE_REQUEST_STATE'],
  [0x40, 'PRE_EXECUTE_REQUEST_HANDLER'],
  [0x80, 'EXECUTE_REQUEST_HANDLER'],
  [0x100, 'RELEASE_REQUEST_STATE'],
  [0x200, 'UPDATE_REQUEST_CACHE'],
  [0x400, 'LOG_REQUEST'],
  [0x800, 'END_REQUEST'],
  [0x1000_0000, 'CUSTOM_NOTIFICATION'],
  [0x2000_0000, 'SEND_RESPONSE'],
  [0x4000_0000, 'MAP_PATH'],
  [0x8000_0000, 'READ_ENTITY'],
];
const NOTIFICATION = new Map(NOTIFICATIONS);

/** RequestAuthType of AUTH_REQUEST_AUTH_TYPE, as numbers and as the view writes them. */
type Method = NonNullable<FactOf<'tracedLogon'>['method']>;
const METHODS: Readonly<Record<string, Method>> = {
  1: 'Anonymous',
  2: 'Basic',
  4: 'Windows',
  16: 'Digest',
  64: 'Passport',
  128: 'Certificate',
  anonymous: 'Anonymous',
  basic: 'Basic',
  nt: 'Windows',
  digest: 'Digest',
  passport: 'Passport',
  certmap: 'Certificate',
};
/** TokenImpersonationLevel (SECURITY_IMPERSONATION_LEVEL). */
const LEVELS: Readonly<Record<string, string>> = {
  1: 'Identify',
  2: 'Impersonate',
  3: 'Delegate',
  ImpersonationIdentify: 'Identify',
  ImpersonationImpersonate: 'Impersonate',
  ImpersonationDelegate: 'Delegate',
};
const NOBODY = /^(?:|NOT_AVAILABLE|not available|none)$/i;
const HEADERS = 'GENERAL_REQUEST_HEADERS';

/** All facts, in the order of the text. */
export function factsOf({ requests, events }: Trace): Fact[] {
  const telling = events.flatMap((event, index) => eventFacts(event, events, index));
  const [first] = events;
  const rest: Fact[] =
    telling.length > 0 || requests.length > 0 || !first ? [] : [eventsFact(first, events.length)];
  return [...requests.map(requestFact), ...telling, ...rest].sort(
    (a, b) => a.at.start - b.at.start,
  );
}

function requestFact({ attributes, at }: TracedRequest): FactOf<'tracedRequest'> {
  const value = (name: string) => attributes.get(name)?.value.trim();
  const [status, substatus] = statusOf(value('statuscode') ?? value('triggerstatuscode'));
  const type = value('authenticationtype') ?? '';
  const user = [value('username'), value('remoteusername')].find(
    (name) => name !== undefined && !NOBODY.test(name),
  );
  const milliseconds = /^\d{1,9}/.exec(value('timetaken') ?? '')?.[0];
  const [url, verb, pool, reason] = ['url', 'verb', 'apppoolid', 'failurereason'].map(value);
  const statusAt = placeOf(attributes.get('statuscode'));
  const userAt = placeOf(attributes.get('username'));
  return {
    kind: 'tracedRequest',
    at,
    ...(url && { url }),
    ...(verb && { verb }),
    ...(pool && { pool }),
    ...(status !== undefined && { status }),
    ...(substatus !== undefined && { substatus }),
    ...(!NOBODY.test(type) && { authenticationType: type }),
    ...(user !== undefined && { user: accountOf(user) }),
    ...(reason && { failureReason: reason }),
    ...(milliseconds !== undefined && { milliseconds: Number(milliseconds) }),
    ...(statusAt && { statusAt }),
    ...(userAt && { userAt }),
  };
}

/** None for a value that is empty. */
function placeOf(field: Field | undefined): Span | undefined {
  return field && field.at.end > field.at.start ? field.at : undefined;
}

/** `401.2` -> 401, 2; the attribute leaves a substatus of 0 out. */
function statusOf(text = ''): [number?, number?] {
  const [, status, substatus = '0'] = /^(\d{3})(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  return status === undefined ? [] : [Number(status), Number(substatus)];
}

function eventFacts(event: TraceEvent, all: readonly TraceEvent[], index: number): Fact[] {
  const { data, opcode, at } = event;
  if (data.has('ModuleName') && data.has('HttpStatus')) return errorFacts(event);
  if (data.has('NTLMUsed') || opcode === 'AUTH_SUCCEEDED')
    return [logonFact(event, methodBefore(all, index))];
  if (data.has('ADConfigIsOK') || opcode === 'AUTH_KERBEROS_FAILED') return [kerberosFact(event)];
  if (opcode === HEADERS && data.has('Headers')) return [headersFact(event)];
  if (!/^SECURITY_(?:DENIED|REJECTED|ILLEGAL)_/.test(opcode)) return [];
  const about = [...data].find(([name]) => name !== 'ContextId')?.[1].value;
  return [{ kind: 'tracedDenial', at, event: opcode, ...(about && { about }) }];
}

function errorFacts({ data, described, at: event }: TraceEvent): Fact[] {
  const value = (name: string) => data.get(name)?.value;
  const status = Number(/^\d{3}/.exec(value('HttpStatus') ?? '')?.[0]);
  const module = value('ModuleName') ?? '';
  if (!(status >= 400) || module === '') return [];
  const substatus = /^\d{1,3}/.exec(value('HttpSubStatus') ?? '')?.[0];
  const notification = notificationOf(value('Notification'), described.get('Notification'));
  const code = codeOf(data.get('ErrorCode'), described.get('ErrorCode'));
  const configuration = value('ConfigExceptionInfo')?.replace(/\s+/g, ' ').slice(0, 300);
  const codeAt = placeOf(data.get('ErrorCode'));
  return [
    {
      kind: 'tracedError',
      at: placeOf(data.get('ModuleName')) ?? event,
      module,
      ...(notification !== undefined && { notification }),
      status,
      ...(substatus !== undefined && { substatus: Number(substatus) }),
      ...(code !== undefined && { code }),
      ...(configuration && { configuration }),
      ...(code !== undefined && codeAt && { codeAt }),
    },
  ];
}

function notificationOf(value = '', described = ''): string | undefined {
  const name = [described, value].find((one) => /^[A-Z][A-Z_]{3,}$/.test(one));
  return name ?? (/^\d{1,10}$/.test(value) ? NOTIFICATION.get(Number(value)) : undefined);
}

/** `2147942405`, `-2147024891`, `0x80070005`, `Access is denied. (0x80070005)`. */
function codeOf(field: Field | undefined, described = ''): number | undefined {
  const value = field?.value ?? '';
  const plain = /^-?\d{1,10}(?=$|\s)/.exec(value)?.[0];
  if (plain !== undefined) return unsigned32(Number(plain));
  const hex = /0x[\da-f]{1,8}\b/i.exec(`${value} ${described}`)?.[0];
  return hex === undefined ? undefined : Number(hex);
}

/** Events between AUTH_REQUEST_AUTH_TYPE and AUTH_SUCCEEDED. */
const BETWEEN = 20;

function methodBefore(all: readonly TraceEvent[], index: number): Method | undefined {
  const before = all.slice(Math.max(0, index - BETWEEN), index);
  const type = before.findLast(({ data }) => data.has('RequestAuthType'));
  const described = type?.described.get('RequestAuthType') ?? '';
  const value = type?.data.get('RequestAuthType')?.value ?? '';
  return METHODS[described.toLowerCase()] ?? METHODS[value.toLowerCase()];
}

function logonFact(
  { data, at: event }: TraceEvent,
  method: Method | undefined,
): FactOf<'tracedLogon'> {
  const value = (name: string) => data.get(name)?.value ?? '';
  const name = ['AuthUserName', 'RemoteUserName'].find((one) => value(one) !== '');
  const user = name === undefined ? undefined : value(name);
  const at = placeOf(data.get(name ?? 'NTLMUsed')) ?? event;
  const level = LEVELS[value('TokenImpersonationLevel')];
  const isNtlm = booleanOf(value('NTLMUsed'));
  return {
    kind: 'tracedLogon',
    at,
    ...(method && { method }),
    ...(isNtlm !== undefined && { isNtlm }),
    ...(user !== undefined && { user: accountOf(user) }),
    ...(level !== undefined && { impersonation: level }),
  };
}

function kerberosFact({ data, at: event }: TraceEvent): FactOf<'tracedKerberosFailure'> {
  const value = (name: string) => data.get(name)?.value ?? '';
  const at = placeOf(data.get('SPNName')) ?? event;
  const spn = spnOf(value('SPNName'));
  const account = value('APUserName');
  const isKernelMode = booleanOf(value('KMUsed'));
  const isSpnOnAccount = booleanOf(value('ADConfigIsOK'));
  return {
    kind: 'tracedKerberosFailure',
    at,
    ...(spn && { spn }),
    ...(account !== '' && { account: accountOf(account) }),
    ...(isKernelMode !== undefined && { isKernelMode }),
    ...(isSpnOnAccount !== undefined && { isSpnOnAccount }),
  };
}

function headersFact({ data, at }: TraceEvent): FactOf<'tracedRequestHeaders'> {
  const headers = data.get('Headers');
  const scheme = /^[\s>-]{0,20}Authorization:[ \t]{0,20}([A-Za-z]{1,20})/im.exec(
    headers?.value ?? '',
  )?.[1];
  return {
    kind: 'tracedRequestHeaders',
    at: placeOf(headers) ?? at,
    ...(scheme !== undefined && { scheme }),
  };
}

function eventsFact({ data, described, opcode, at: event }: TraceEvent, count: number): Fact {
  const module = data.get('ModuleName')?.value;
  const at = placeOf(data.get('ModuleName')) ?? event;
  const notification = notificationOf(
    data.get('Notification')?.value,
    described.get('Notification'),
  );
  return {
    kind: 'tracedEvents',
    at,
    count,
    event: opcode,
    ...(module && { module }),
    ...(notification !== undefined && { notification }),
  };
}

function booleanOf(text: string): boolean | undefined {
  return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : undefined;
}
