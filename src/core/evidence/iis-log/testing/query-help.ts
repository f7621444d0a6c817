/** What the tests of the queries share: questions put to engines. */
import type { Log } from '../../../contract/decoded.ts';
import type { Query } from '../../../queries/query.ts';
import { offerOf } from '../queries/asked.ts';
import type { Engine } from '../queries/engine.ts';
import { ENGINES } from '../queries/engines.ts';
import type { Asked } from '../queries/asked.ts';
import { queryOf } from '../queries/query.ts';
import { QUESTIONS } from '../queries/questions.ts';

/** The columns of IIS 10 as it comes, and the site. */
export const COLUMNS =
  'date time s-sitename s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken'.split(
    ' ',
  );

export const RANGE = { first: '2026-03-02T08:15:00Z', last: '2026-03-02T09:15:00Z' };

export const engine = (id: string): Engine => {
  const found = ENGINES.find((one) => one.id === id);
  if (!found) throw new Error(`no engine ${id}`);
  return found;
};

/** The query; throws when there is none. */
export function query(engineId: string, questionId: string, asked: Asked): Query {
  const question = QUESTIONS.find(({ id }) => id === questionId);
  if (!question) throw new Error(`no question ${questionId}`);
  const found = queryOf(engine(engineId), question, asked);
  if ('unavailable' in found) throw new Error(found.unavailable);
  return found;
}

/** What the log itself gives to a query. */
export function askedOf(log: Log): Asked {
  const offer = offerOf(log);
  if (!offer) throw new Error('the log offers no columns');
  return { fields: offer.fields, ...(offer.range && { range: offer.range }) };
}
