/**
 * SPL for events of the Splunk Add-on for Microsoft Windows. Events in XML (`XmlWinEventLog`) have
 * fields under the names that Windows uses; the older text form (`WinEventLog`) has them under the
 * labels of the English message, with `_` for other characters.
 *
 * Source: Splunk Add-on for Microsoft Windows, "Source types"; Search Reference, "stats",
 * "Evaluation functions".
 */
import { splunkLiteral } from '../../../text/escape/query-literals.ts';
import type { Engine, Narrowed, Plan } from './engine.ts';
import { type Field, spellingsOf } from './fields.ts';
import { APART, MACHINE_LENGTH } from './narrowing.ts';
import { needs, type Terms, written } from './predicate.ts';
import type { Column } from './question.ts';

/** Labels of the English messages. */
const LABELS: Readonly<Partial<Record<Field, readonly string[]>>> = {
  ServiceName: ['Service_Name'],
  // Several accounts have one label each; that of the target comes last.
  TargetUserName: ['mvindex(Account_Name, -1)', 'Logon_Account'],
  TicketEncryptionType: ['Ticket_Encryption_Type'],
  Status: ['Failure_Code', 'Result_Code', 'Error_Code'],
  SubStatus: ['Sub_Status'],
  IpAddress: ['Client_Address', 'Source_Network_Address'],
  Workstation: ['Source_Workstation'],
  WorkstationName: ['Workstation_Name', 'Workstation_name'],
  LmPackageName: ['Package_Name__NTLM_only_'],
  SChannelName: ['Secure_Channel_name'],
  UserName: ['User_name'],
  RemoteClientMachine: ['Client_Machine'],
  TargetMachine: ['Target_Machine', 'Server_Name'],
  TargetService: ['Target_Resource'],
  ProcessName: ['Process_Name'],
  NtlmUsageId: ['Reason_ID'],
  NtlmUsageReason: ['Reason'],
};

function value(field: Field): string {
  // Of 4740; the label comes first, because an add-on may fill in the domain.
  if (field === 'TargetDomainName') return 'coalesce(Caller_Computer_Name, TargetDomainName)';
  const names = [field, ...(LABELS[field] ?? [])];
  return names.length === 1 ? field : `coalesce(${names.join(', ')})`;
}

/** Values get a name of their own, so that none meets a field of the add-on. */
const own = (field: Field): string => `v_${field}`;

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

const isCode = (field: Field, codes: readonly number[]): string =>
  `in(${own(field)}, ${quoted(codes.flatMap(spellingsOf))})`;

const TERMS: Terms = {
  code: isCode,
  isNot: (field, code) =>
    `isnotnull(${own(field)}) AND NOT in(${own(field)}, ${quoted(spellingsOf(code))})`,
  given: (field) => `isnotnull(${own(field)}) AND ${own(field)}!="-"`,
  and: 'AND',
  or: 'OR',
  not: 'NOT',
};

/** In a string of SPL two backslashes are one. */
const pattern = (regex: string): string => `"${regex.replaceAll('\\', '\\\\')}"`;

function comparedIn({ by, fields, name }: Narrowed): string {
  const bare = (field: Field) => `replace(${own(field)}, ${pattern(APART[by])}, "")`;
  const text = (field: Field) =>
    by === 'machine' ? `substr(${bare(field)}, 1, ${MACHINE_LENGTH})` : bare(field);
  return fields.map((field) => `${text(field)}=lower(${splunkLiteral(name)})`).join(' OR ');
}

function cell({ from, as }: Column): string {
  if (from === 'event') return 'EventCode';
  if (from === 'computer') return 'lower(coalesce(Computer, ComputerName, host))';
  const [field] = from;
  const text = from.length === 1 && field ? own(field) : `coalesce(${from.map(own).join(', ')})`;
  if (as === 'address') return `replace(${text}, ${pattern(APART.address)}, "")`;
  if (!as || !field) return text;
  const cases = as.codes.map(
    ([code, name]) => `${isCode(field, [code])}, "${spellingsOf(code)[0] ?? ''} ${name}"`,
  );
  return `case(${[...cases, `true(), ${text}`].join(',\n    ')})`;
}

function search({ question, range }: Plan): string {
  const { log, events } = question;
  const sources = ['XmlWinEventLog', 'WinEventLog'].map((type) => `${type}:${log}`);
  const second = (iso: string) => Math.floor(Date.parse(iso) / 1000);
  // Seconds since 1970 mean the same in every reader's time zone; `latest` is not included.
  const time = range
    ? `earliest=${second(range.first)} latest=${second(range.last) + 1}`
    : 'earliest=-24h latest=now';
  return `index=* source IN (${quoted(sources)}) EventCode IN (${events.join(', ')}) ${time}`;
}

function write(plan: Plan): string {
  const { by, distinct, where, providers } = plan.question;
  const columns = [...by, ...(distinct ? [distinct] : [])];
  const fields = new Set<Field>([
    ...where.flatMap(needs),
    ...columns.flatMap(({ from }) => (typeof from === 'string' ? [] : from)),
    ...plan.narrowed.flatMap(({ fields }) => fields),
  ]);
  const names = by.map(({ name }) => name).join(' ');
  const provider = quoted((providers ?? []).map((name) => name.toLowerCase()));
  return [
    search(plan),
    ...(providers ? [`| where in(lower(coalesce(SourceName, Name)), ${provider})`] : []),
    ...[...fields].map((field) => `| eval ${own(field)}=lower(${value(field)})`),
    ...where.map((clause) => `| where ${written(clause, TERMS)}`),
    ...plan.narrowed.map((one) => `| where ${comparedIn(one)}`),
    ...columns.map((column) => `| eval ${column.name}=${cell(column)}`),
    // An event without a value in one of these would not be counted.
    `| fillnull value="-" ${names}`,
    `| stats count AS hits${distinct ? ` dc(${distinct.name}) AS ${distinct.name}` : ''}`,
    `    min(_time) AS first_seen max(_time) AS last_seen BY ${names}`,
    '| sort 0 - hits',
    '| convert ctime(first_seen) ctime(last_seen)',
  ].join('\n');
}

export const SPLUNK: Engine = {
  id: 'splunk',
  name: 'Splunk',
  replace: () => 'Replace index=* with the index of your Windows events.',
  blind: () => [
    'Events that Splunk stores as text are read by the labels of the English message; in another language only XML events (renderXml=true) are counted.',
  ],
  lacks: {},
  literal: splunkLiteral,
  write,
};
