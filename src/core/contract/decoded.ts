/**
 * What one paste decodes to. The page draws it, the command line prints it with `--json`, and
 * programs outside read it, so names here are stable: add fields freely, rename none.
 *
 * A field whose bytes or columns are missing is absent, never guessed. Every span is a range of
 * the pasted text.
 */
import type { Span } from '../facts/span.ts';

export type Kind =
  | 'log'
  | 'token'
  | 'http'
  | 'har'
  | 'saz'
  | 'code'
  | 'klist'
  | 'setspn'
  | 'event'
  | 'config'
  | 'trace'
  | 'unknown';

export interface Decoded {
  /** What was recognised, in paste order; a paste may hold several kinds. */
  kinds: Kind[];
  tokens: Token[];
  log?: Log;
  /** HTTP requests and answers, in paste order. */
  messages?: Message[];
  /** Numbers and names looked up on their own: `2148074254`, `0x8009030E`, `401.2`. */
  codes?: Code[];
  /** Most telling first; the first is the verdict. */
  findings: Finding[];
  /** What could not be read, and where. */
  problems: Problem[];
}

/** A sentence that says what could not be read and what was expected there. */
export interface Problem {
  message: string;
  at: Span;
}

export type Severity = 'ok' | 'info' | 'warning' | 'error';

export interface Finding {
  /** Stable id, e.g. `log.normal-ntlm-handshake`, `token.ntlm-inside-negotiate`. */
  id: string;
  severity: Severity;
  /** One plain sentence. */
  title: string;
  /** Site path of the article, e.g. `/kerberos/spn-duplicate/`; always a page that exists. */
  article: string;
  /** The proof in the paste. */
  evidence: Span[];
  /** What could make this finding wrong, when something could. */
  caveat?: string;
  /**
   * Steps with the paste's own names filled in. One that ends in a full stop is a sentence, any
   * other is a command to copy.
   */
  next?: string[];
}

/** One named value of a token or a log row, for the page's tree; children lie inside the parent. */
export interface Field {
  /** The field's term in its specification: `realm`, `sc-win32-status`, `NegotiateFlags`. */
  name: string;
  /** As a person would write it; absent for a pure container. */
  value?: string;
  /** What the value means here, in a plain sentence. */
  meaning?: string;
  at: Span;
  /** Range in the token's bytes; absent in log rows. */
  bytes?: { start: number; end: number };
  /** True when the paste ends before the field does. */
  cut?: boolean;
  children?: Field[];
}

export interface Code {
  space: 'http' | 'win32' | 'sspi' | 'ntstatus' | 'kerberos' | 'event';
  /** `SEC_E_NO_CREDENTIALS`, `KRB_AP_ERR_MODIFIED`, `401.2`. */
  name: string;
  unsigned?: number;
  hex?: string;
  /** Site path of the article on it. */
  article?: string;
  /** What it means on IIS, in a sentence or two. */
  meaning?: string;
  /** Site path with fragment in the code reference. */
  reference?: string;
  at?: Span;
}

/** One HTTP request or answer found in the paste. */
export interface Message {
  direction: 'request' | 'response';
  host?: string;
  status?: number;
  /** Authentication schemes named by its headers, in order. */
  schemes?: string[];
  /** Request line's method and target. */
  method?: string;
  target?: string;
  at: Span;
}

export interface Token {
  /** Header it came in, when the paste shows one. */
  header?: string;
  scheme?: string;
  /** Bytes present. */
  bytes: number;
  /** False when the paste ends before the token does. */
  complete: boolean;
  /** Bytes the token's own outer length announces, when it announces one. */
  expectedBytes?: number;
  /** Outermost first, e.g. ['GSS', 'SPNEGO NegTokenInit', 'Kerberos AP-REQ']. */
  layers: string[];
  at: Span;
  /** The whole token, layer by layer; the leaves cover its bytes without gaps. */
  fields: Field[];
  /** The bytes present, in hex; absent for credentials that travel as text. */
  hex?: string;
  spnego?: Spnego;
  kerberos?: Kerberos;
  ntlm?: Ntlm;
  negoex?: { messages: NegoexMessage[] };
  /** Basic credentials (RFC 7617); the password is never kept. */
  basic?: { user: string };
}

export interface Spnego {
  message: 'NegTokenInit' | 'NegTokenInit2' | 'NegTokenResp';
  /** Dotted OIDs in order of preference. */
  mechTypes?: string[];
  negState?: 'accept-completed' | 'accept-incomplete' | 'reject' | 'request-mic';
  supportedMech?: string;
}

export interface Kerberos {
  /** `AP-REQ`, `AP-REP`, `KRB-ERROR`, `TGT-REQ`, `TGT-REP`, ... */
  message: string;
  realm?: string;
  /** Components joined by '/', e.g. `HTTP/web-server.odessy.local`. */
  sname?: string;
  nameType?: number;
  apOptions?: string[];
  ticket?: { etype: number; kvno?: number; cipherBytes?: number };
  authenticator?: { etype: number };
  errorCode?: number;
  errorName?: string;
  /** ISO 8601, UTC. */
  serverTime?: string;
  /** The client's clock, ISO 8601, UTC. */
  clientTime?: string;
  /** Client name and its realm, where a message has them in clear. */
  cname?: string;
  crealm?: string;
  /** Encryption types that the client can use, in order of preference. */
  etypes?: number[];
  /** Types of pre-authentication data, in order. */
  padata?: number[];
  /** Text of a KRB-ERROR. */
  errorText?: string;
  /** NTSTATUS that a Windows KRB-ERROR carries, such as `0xC0000133`. */
  ntStatus?: string;
}

/** One NEGOEX message (MS-NEGOEX 2.2.6). */
export interface NegoexMessage {
  type: string;
  sequence: number;
  /** GUID. */
  conversation?: string;
  /** GUIDs, in order of preference. */
  authSchemes?: string[];
}

export interface Ntlm {
  type: 1 | 2 | 3;
  /** Unsigned 32-bit. */
  flags?: number;
  flagNames?: string[];
  /** `major.minor.build`. */
  version?: string;
  domain?: string;
  user?: string;
  workstation?: string;
  targetName?: string;
  /** Hex. */
  serverChallenge?: string;
  /** AV pairs by their MS-NLMP names, e.g. MsvAvDnsComputerName. */
  targetInfo?: Record<string, string>;
  response?: 'LMv1' | 'NTLMv1' | 'NTLMv2' | 'anonymous';
  /** Message integrity code, hex. */
  mic?: string;
  /** The client's clock in an NTLMv2 response, ISO 8601, UTC. */
  clientTime?: string;
}

export interface Log {
  format: 'w3c' | 'iis' | 'ncsa' | 'httperr' | 'mixed';
  /** Rows read, and rows that could not be. */
  rows: number;
  unreadable: number;
  /** Rows per status, most frequent first. */
  statuses: { status: number; substatus?: number; win32?: number; rows: number }[];
  /** The interesting rows (401 and what surrounds them); see `limits.logEntries`. */
  entries: LogEntry[];
  /** Attempts, classified; most frequent first. */
  sequences: Sequence[];
  /** How the rows were read, in the order of the paste; see `limits.logReadings`. */
  reading: LogReading[];
  /** The same attempts by time and by name; absent when there is none. */
  story?: Story;
}

/** Rows that were read in one way: under one header, as one set of columns, by type. */
export interface LogReading {
  format: Exclude<Log['format'], 'mixed'>;
  /**
   * `fields`: a #Fields line. `header`: a line of names without it. `columns`: as the reader says.
   * `set`: the columns of a known version, see `name`. `types`: each value by what it looks like.
   * `native`, `ncsa`: formats with fixed columns. `pairs`: names stand beside the values. `bare`:
   * the codes alone.
   */
  by: 'fields' | 'header' | 'columns' | 'set' | 'types' | 'native' | 'ncsa' | 'pairs' | 'bare';
  /** Who writes such columns: `IIS 8 to 10, default`. */
  name?: string;
  /** Column of each value of the first row, in its order; '' for one of no column. */
  columns: string[];
  /** The values of that row; long ones are cut. */
  values: string[];
  /** Rows read in this way. */
  rows: number;
  /** Of these, rows that were damaged: put together, taken apart or read by type. */
  repaired: number;
  /** Line of the first row, counted from 1. */
  firstLine: number;
  /** Lines of the first damaged rows. */
  lines?: number[];
}

export interface LogEntry {
  /** Line of the paste or of its file, counted from 1. */
  line: number;
  /** Name of its file, when several were read together. */
  file?: string;
  /** ISO 8601; UTC for W3C and HTTPERR rows. */
  time?: string;
  clientIp?: string;
  user?: string;
  method?: string;
  uri?: string;
  status: number;
  substatus?: number;
  /** Unsigned 32-bit, as IIS writes it. */
  win32?: number;
  /** `401.2` by its name in the code table. */
  substatusName?: string;
  /** The win32 status by its symbol. */
  win32Name?: string;
  /** Milliseconds. */
  timeTaken?: number;
  /** True when the row was damaged and its values were found by type instead of by column. */
  recovered?: boolean;
  at: Span;
  /** The row's columns, in paste order, each with its meaning. */
  fields: Field[];
}

export interface Sequence {
  outcome: Outcome;
  /** Attempts with this outcome. */
  count: number;
  /** Rows in them. */
  rows: number;
  /** Distinct clients. */
  clients: number;
  /** Site path of the article. */
  article: string;
  /** Indices into `entries` of the first such attempt. */
  example: number[];
  /** Indices into `entries` of the 401s of further attempts, for the evidence. */
  others: number[];
  /** The first few of each, in the order of the log. */
  clientNames: string[];
  userNames: string[];
  uris: string[];
  /** Distinct user names and resources; the lists above may be shorter. */
  users: number;
  resources: number;
  /** ISO 8601, of the first and the last row. */
  first?: string;
  last?: string;
  /** sc-substatus and sc-win32-status of the row that decided, in the first attempt. */
  substatus?: number;
  win32?: number;
}

/** Attempts of a log, told by outcome, time and name. Times are of the clock the log is written with. */
export interface Story {
  /** The same in words: one paragraph, a sentence each. */
  summary: string[];
  attempts: number;
  /** Attempts with another outcome than `accepted-*`. */
  failed: number;
  /** Rows of 401 in the attempts, and those of them in attempts that ended well. */
  refusals: number;
  healthyRefusals: number;
  /** Most frequent first; site paths of the articles, too. */
  outcomes: { outcome: Outcome; count: number; articles: string[] }[];
  /** ISO 8601; first rows of the first and of the last attempt. */
  first?: string;
  last?: string;
  /** Absent when no row has a time. */
  series?: StorySeries;
  clients: StoryNames;
  users: StoryNames;
  resources: StoryNames;
  /** The first attempts, those that failed before all others. */
  examples: StoryAttempt[];
  /** False when the log has more attempts than are told of here. */
  complete: boolean;
}

/** Attempts by the time of their first rows, in equal steps without a gap. */
export interface StorySeries {
  /** Milliseconds of one step. */
  width: number;
  /** `from`: the same as `time`, in milliseconds since 1970. Counts by the severity of the outcome. */
  buckets: ({ time: string; from: number } & Record<Severity, number>)[];
}

/** Names of one kind: those with most failed attempts first, then those with most attempts. */
export interface StoryNames {
  /** Distinct names; at least so many when `more` is there. */
  distinct: number;
  more?: true;
  /** `outcome` is the most frequent one, of the failed attempts if there are any. */
  top: { name: string; attempts: number; failed: number; outcome: Outcome }[];
}

export interface StoryAttempt {
  /** Its number; asks for its rows. */
  attempt: number;
  outcome: Outcome;
  time?: string;
  client?: string;
  user?: string;
  resource?: string;
  /** Of the last 401, when it failed. */
  substatus?: number;
  win32?: number;
  rows: number;
}

/** What became of one client's attempt at one resource. */
export type Outcome =
  /** 401.2, then an answer with a user name: Kerberos, or a connection already authenticated. */
  | 'accepted-one-leg'
  /** 401.2, 401.1 2148074254, then an answer with a user name: NTLM. */
  | 'accepted-two-legs'
  /** The same after a person's pause or a refusal. */
  | 'accepted-after-prompt'
  /** 401.2 only: the client does not take up the offer. */
  | 'never-answered'
  /** The client stopped half way through the handshake. */
  | 'abandoned'
  /** 401.1 2148074252 or 1326: wrong name or password. */
  | 'refused'
  /** Refused again and again by the same client. */
  | 'prompt-loop'
  /** Locked, disabled, expired, must change password, hours, workstation. */
  | 'account-state'
  /** 1385 and its kin. */
  | 'logon-right'
  /** 2148074310: Extended Protection. */
  | 'channel-binding'
  /** 2148074248 and its kin: split between servers, invalid token. */
  | 'broken-handshake'
  /** Authenticated, then 401.3. */
  | 'acl-denied'
  /** A first request that already carried a token, refused with 401.1. */
  | 'preauthenticated'
  /** 401.0 or another substatus set by the application. */
  | 'application'
  /** 401.4, 401.5. */
  | 'filter-or-handler'
  /** 401.7. */
  | 'authorization-rule'
  | 'unclassified';
