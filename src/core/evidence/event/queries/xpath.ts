/**
 * The events that a machine sends at all, as the event log's own dialect of XPath 1.0. It has no
 * `not`, and compares codes as text where case counts, so both cases are asked for.
 *
 * Source: Windows Event Log, "Consuming Events", "XPath 1.0 limitations".
 */
import { secondAfter } from '../../../queries/range.ts';
import type { Plan } from './engine.ts';
import { casesOf } from './fields.ts';
import { type Terms, written } from './predicate.ts';

const DAY_MS = 86_400_000;

const data = (field: string, sign: string, value: string): string =>
  `Data[@Name='${field}']${sign}'${value}'`;

const either = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' or ')})`;

const TERMS: Terms = {
  code: (field, of) => either(of.flatMap(casesOf).map((value) => data(field, '=', value))),
  isNot: (field, code) =>
    casesOf(code)
      .map((value) => data(field, '!=', value))
      .join(' and '),
  given: (field) => data(field, '!=', '-'),
  and: 'and',
  or: 'or',
  not: 'not',
};

/** More than 24 hours need dates; the last 24 are counted back from when it runs. */
export function xpathOf({ question, range }: Plan): string {
  const ids = either(question.events.map((id) => `EventID=${id}`));
  const time = range
    ? `TimeCreated[@SystemTime>='${range.first}' and @SystemTime<'${secondAfter(range.last)}']`
    : `TimeCreated[timediff(@SystemTime) <= ${DAY_MS}]`;
  const providers = question.providers?.map((name) => `@Name='${name}'`);
  const provider = providers ? ` and Provider[${providers.join(' or ')}]` : '';
  const where = question.where.map((clause) => ` and *[EventData[${written(clause, TERMS)}]]`);
  return `*[System[${ids}${provider} and ${time}]]${where.join('')}`;
}
