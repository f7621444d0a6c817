/**
 * ES|QL for Elasticsearch 8.14 and later, over what Winlogbeat or the integrations of Elastic Agent
 * have stored. Their pipeline for the Security log moves some values into fields of the Elastic
 * Common Schema; the other values stay under `winlog.event_data`.
 *
 * Source: Elastic integrations, `packages/system`, `standard.yml` of the Security pipeline;
 * Winlogbeat reference, "Winlogbeat fields"; ES|QL reference.
 */
import { secondAfter } from '../../../queries/range.ts';
import { esqlLiteral } from '../../../text/escape/query-literals.ts';
import type { Engine, Narrowed, Plan } from './engine.ts';
import { type Field, type Log, spellingsOf } from './fields.ts';
import { APART, MACHINE_LENGTH } from './narrowing.ts';
import { type Terms, written } from './predicate.ts';
import type { Column, Question } from './question.ts';

const INDICES: Readonly<Record<Log, string>> = {
  Security: 'logs-system.security-*, winlogbeat-*',
  System: 'logs-system.system-*, winlogbeat-*',
  'Microsoft-Windows-NTLM/Operational': 'logs-winlog.winlog-*, winlogbeat-*',
};

/** Where the pipeline for the Security log moves values to. */
const MOVED: Readonly<Partial<Record<Field, string>>> = {
  IpAddress: 'TO_STRING(source.ip)',
  WorkstationName: 'source.domain',
  ProcessName: 'process.executable',
};

type Value = (field: Field) => string;

const valueFor =
  (log: Log): Value =>
  (field) =>
    (log === 'Security' ? MOVED[field] : undefined) ?? `winlog.event_data.${field}`;

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

const isCode = (value: string, codes: readonly number[]): string =>
  `TO_LOWER(${value}) IN (${quoted(codes.flatMap(spellingsOf))})`;

const termsFor = (value: Value): Terms => ({
  code: (field, of) => isCode(value(field), of),
  isNot: (field, code) => `NOT (${isCode(value(field), [code])})`,
  given: (field) => `${value(field)} IS NOT NULL AND ${value(field)} != "-"`,
  and: 'AND',
  or: 'OR',
  not: 'NOT',
});

/** Three quotes take a backslash as it is. */
function comparedIn(value: Value, { by, fields, name }: Narrowed): string {
  const bare = (field: Field) => `REPLACE(TO_LOWER(${value(field)}), """${APART[by]}""", "")`;
  const text = (field: Field) =>
    by === 'machine' ? `SUBSTRING(${bare(field)}, 1, ${MACHINE_LENGTH})` : bare(field);
  return fields.map((field) => `${text(field)} == TO_LOWER(${esqlLiteral(name)})`).join(' OR ');
}

function cell(value: Value, { from, as }: Column): string {
  if (from === 'event') return 'event.code';
  if (from === 'computer') return 'TO_LOWER(winlog.computer_name)';
  const [field] = from;
  const values = from.map(value);
  const text = `TO_LOWER(${values.length === 1 ? (values[0] ?? '') : `COALESCE(${values.join(', ')})`})`;
  if (as === 'address') return `REPLACE(${text}, """${APART.address}""", "")`;
  if (!as || !field) return text;
  const cases = as.codes.map(
    ([code, name]) => `${isCode(value(field), [code])}, "${spellingsOf(code)[0] ?? ''} ${name}"`,
  );
  return `CASE(${[...cases, text].join(',\n    ')})`;
}

function chosen({ question, range }: Plan): string[] {
  const { events, log, providers } = question;
  return [
    `FROM ${INDICES[log]}`,
    ...(range
      ? [
          `| WHERE @timestamp >= TO_DATETIME("${range.first}")`,
          `    AND @timestamp < TO_DATETIME("${secondAfter(range.last)}")`,
        ]
      : ['| WHERE @timestamp > NOW() - 24 hours']),
    `| WHERE winlog.channel == "${log}" AND event.code IN (${quoted(events.map(String))})`,
    ...(providers ? [`| WHERE event.provider IN (${quoted(providers)})`] : []),
  ];
}

/** Without it, ES|QL answers with 1,000 lines; with it, with 10,000 at most. */
const LIMIT = '| LIMIT 10000';

function write(plan: Plan): string {
  const { log, by, distinct, where } = plan.question;
  const value = valueFor(log);
  const terms = termsFor(value);
  const columns = [...by, ...(distinct ? [distinct] : [])];
  const counts = [
    'hits = COUNT(*)',
    ...(distinct ? [`${distinct.name} = COUNT_DISTINCT(${distinct.name})`] : []),
    'first_seen = MIN(@timestamp)',
    'last_seen = MAX(@timestamp)',
  ];
  return [
    ...chosen(plan),
    ...where.map((clause) => `| WHERE ${written(clause, terms)}`),
    ...plan.narrowed.map((one) => `| WHERE ${comparedIn(value, one)}`),
    `| EVAL ${columns.map((column) => `${column.name} = ${cell(value, column)}`).join(',\n    ')}`,
    `| STATS ${counts.join(', ')}\n    BY ${by.map(({ name }) => name).join(', ')}`,
    '| SORT hits DESC',
    LIMIT,
  ].join('\n');
}

export const ESQL: Engine = {
  id: 'esql',
  name: 'Elasticsearch, ES|QL',
  replace: ({ log }) =>
    `Keep of ${INDICES[log]} what you have: the data stream of Elastic Agent or the index of Winlogbeat.`,
  blind: ({ distinct }: Question) => [
    '"Unknown column" means that no event with this value was ever stored, or that the pipelines of the integration were not set up.',
    ...(distinct ? ['COUNT_DISTINCT estimates where values are many; hits are exact.'] : []),
  ],
  lacks: {},
  literal: esqlLiteral,
  write,
};
