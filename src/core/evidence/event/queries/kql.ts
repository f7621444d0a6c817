/**
 * KQL for Azure Monitor and Microsoft Sentinel, on the three tables that hold Windows events.
 * `SecurityEvent` has columns for many values and the rest in the XML of `EventData`; which of the two
 * is filled differs from event to event, so both are read.
 *
 * Source: Azure Monitor Logs reference, tables SecurityEvent, WindowsEvent (2024-02-18) and Event
 * (2024-07-30); KQL reference, "coalesce()", "extract()", "dcountif()".
 */
import { kqlLiteral } from '../../../text/escape/query-literals.ts';
import type { Engine, Narrowed, Plan } from './engine.ts';
import { type Field, spellingsOf } from './fields.ts';
import { APART, MACHINE_LENGTH } from './narrowing.ts';
import { needs, type Terms, written } from './predicate.ts';
import type { Column, Question } from './question.ts';

interface Table {
  readonly name: string;
  /** The log, where the table holds several. */
  readonly log?: string;
  readonly provider?: string;
  /** The value as text. */
  readonly value: (field: Field) => string;
  /** True where values are cut out of XML. */
  readonly isXml: boolean;
}

/** Columns of SecurityEvent; all of them are text. */
const COLUMNS: ReadonlySet<Field> = new Set<Field>([
  'ServiceName',
  'TargetUserName',
  'TargetDomainName',
  'Status',
  'SubStatus',
  'IpAddress',
  'Workstation',
  'WorkstationName',
  'LmPackageName',
  'ProcessName',
]);

const inXml = (field: Field): string =>
  `unescaped(extract(@'Name=["'']${field}["'']>([^<]*)', 1, EventData))`;

const SECURITY_EVENT: Table = {
  name: 'SecurityEvent',
  value: (field) => (COLUMNS.has(field) ? `coalesce(${field}, ${inXml(field)})` : inXml(field)),
  isXml: true,
};

const WINDOWS_EVENT: Table = {
  name: 'WindowsEvent',
  log: 'Channel',
  provider: 'Provider',
  value: (field) => `tostring(EventData.${field})`,
  isXml: false,
};

const EVENT: Table = {
  name: 'Event',
  log: 'EventLog',
  provider: 'Source',
  value: inXml,
  isXml: true,
};

const UNESCAPED =
  "let unescaped = (text: string) { replace_string(replace_string(replace_string(text, '&lt;', '<'), '&gt;', '>'), '&amp;', '&') };";

/** Values get a name of their own, so that none meets a column of the table. */
const own = (field: Field): string => `v_${field}`;

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const isCode = (field: Field, codes: readonly number[]): string =>
  `${own(field)} in (${quoted(codes.flatMap(spellingsOf))})`;

const TERMS: Terms = {
  code: isCode,
  isNot: (field, code) => `${own(field)} !in ('', ${quoted(spellingsOf(code))})`,
  given: (field) => `${own(field)} !in ('', '-')`,
  and: 'and',
  or: 'or',
  not: 'not',
};

function comparedIn({ by, fields, name }: Narrowed): string {
  const bare = (field: Field) => `replace_regex(${own(field)}, @'${APART[by]}', '')`;
  const text = (field: Field) =>
    by === 'machine' ? `substring(${bare(field)}, 0, ${MACHINE_LENGTH})` : bare(field);
  return fields.map((field) => `${text(field)} =~ ${kqlLiteral(name)}`).join(' or ');
}

function cell({ from, as }: Column): string {
  if (from === 'event') return 'EventID';
  if (from === 'computer') return 'tolower(Computer)';
  const [field] = from;
  const text = from.length === 1 && field ? own(field) : `coalesce(${from.map(own).join(', ')})`;
  if (as === 'address') return `replace_regex(${text}, @'${APART.address}', '')`;
  if (!as || !field) return text;
  const cases = as.codes.map(
    ([code, name]) => `${isCode(field, [code])}, '${spellingsOf(code)[0] ?? ''} ${name}'`,
  );
  return `case(${[...cases, text].join(',\n        ')})`;
}

function fieldsOf({ question, narrowed }: Plan): readonly Field[] {
  const columns = [...question.by, ...(question.distinct ? [question.distinct] : [])];
  return [
    ...new Set([
      ...question.where.flatMap(needs),
      ...columns.flatMap(({ from }) => (typeof from === 'string' ? [] : from)),
      ...narrowed.flatMap(({ fields }) => fields),
    ]),
  ];
}

function chosen(table: Table, { question, range }: Plan): string[] {
  const { events, log, providers } = question;
  const [id] = events;
  return [
    table.name,
    ...(range
      ? [
          `| where TimeGenerated >= datetime(${range.first})`,
          `    and TimeGenerated < datetime(${range.last}) + 1s`,
        ]
      : ['| where TimeGenerated > ago(24h)']),
    ...(table.log === undefined ? [] : [`| where ${table.log} =~ '${log}'`]),
    `| where EventID ${events.length === 1 ? `== ${id ?? 0}` : `in (${events.join(', ')})`}`,
    ...(providers && table.provider !== undefined
      ? [`| where ${table.provider} in~ (${quoted(providers)})`]
      : []),
  ];
}

function write(table: Table, plan: Plan): string {
  const { by, distinct, where } = plan.question;
  const fields = fieldsOf(plan);
  const lines = fields.map((field) => `${own(field)} = tolower(${table.value(field)})`);
  const cells = [...by, ...(distinct ? [distinct] : [])].map(
    (column) => `${column.name} = ${cell(column)}`,
  );
  const counts = [
    'hits = count()',
    ...(distinct
      ? [`${distinct.name} = dcountif(${distinct.name}, isnotempty(${distinct.name}))`]
      : []),
    'first_seen = min(TimeGenerated)',
    'last_seen = max(TimeGenerated)',
  ];
  return [
    ...(table.isXml && fields.length > 0 ? [UNESCAPED] : []),
    ...chosen(table, plan),
    ...(lines.length > 0 ? [`| extend ${lines.join(',\n    ')}`] : []),
    ...where.map((clause) => `| where ${written(clause, TERMS)}`),
    ...plan.narrowed.map((one) => `| where ${comparedIn(one)}`),
    `| extend ${cells.join(',\n    ')}`,
    `| summarize ${counts.join(', ')}\n    by ${by.map(({ name }) => name).join(', ')}`,
    '| sort by hits desc',
  ].join('\n');
}

const ESTIMATE =
  'KQL estimates how many different values there are where they are many; hits are exact.';

function engineOf(
  table: Table,
  more: Pick<Engine, 'id' | 'lacks'> & { readonly collected: string },
): Engine {
  const { id, lacks, collected } = more;
  return {
    id,
    name: `KQL, ${table.name}`,
    replace: () =>
      `Run it in the Log Analytics workspace of the machines; change the times, if any.`,
    blind: ({ distinct }: Question) => [collected, ...(distinct ? [ESTIMATE] : [])],
    lacks,
    literal: kqlLiteral,
    write: (plan) => write(table, plan),
  };
}

const OTHER_LOG =
  'SecurityEvent holds the Security log alone. Collect this log as well, with a data collection rule, and ask Event or WindowsEvent.';

export const KQL_SECURITY_EVENT = engineOf(SECURITY_EVENT, {
  id: 'securityevent',
  lacks: { System: OTHER_LOG, 'Microsoft-Windows-NTLM/Operational': OTHER_LOG },
  collected:
    'The event set of the connector decides what is here; Minimal and Common leave events out. SecurityEvent | summarize count() by EventID shows what is collected.',
});

export const KQL_WINDOWS_EVENT = engineOf(WINDOWS_EVENT, {
  id: 'windowsevent',
  lacks: {},
  collected:
    'WindowsEvent holds what Windows Event Forwarding or a data collection rule sends there, and nothing else.',
});

export const KQL_EVENT = engineOf(EVENT, {
  id: 'event',
  lacks: {
    Security: 'The Security log is collected into SecurityEvent or WindowsEvent; ask one of these.',
  },
  collected: 'Event holds the logs that a data collection rule names, and nothing else.',
});
