/** What the tests of the queries share: questions put to engines. */
import type { Query } from '../../../queries/query.ts';
import type { Asked } from '../queries/asked.ts';
import type { Engine } from '../queries/engine.ts';
import { ENGINES } from '../queries/engines.ts';
import type { Narrowing } from '../queries/narrowing.ts';
import { queryOf } from '../queries/query.ts';
import { QUESTIONS } from '../queries/questions.ts';

export const RANGE = { first: '2026-03-02T08:15:00Z', last: '2026-03-02T09:15:00Z' };

export const ONLY: Record<Narrowing, string> = {
  name: 'HTTP/portal.contoso.com',
  account: "CONTOSO\\o'neil",
  address: '192.0.2.17',
  machine: 'web01.contoso.com',
};

/** Every engine with every question that it can be asked. */
export const PAIRS: readonly (readonly [engine: string, question: string])[] = ENGINES.flatMap(
  ({ id, lacks }) =>
    QUESTIONS.filter(({ log }) => lacks[log] === undefined).map(
      (question) => [id, question.id] as const,
    ),
);

export const engine = (id: string): Engine => {
  const found = ENGINES.find((one) => one.id === id);
  if (!found) throw new Error(`no engine ${id}`);
  return found;
};

/** The query; throws when there is none. */
export function query(engineId: string, questionId: string, asked: Asked = {}): Query {
  const question = QUESTIONS.find(({ id }) => id === questionId);
  if (!question) throw new Error(`no question ${questionId}`);
  const found = queryOf(engine(engineId), question, asked);
  if ('unavailable' in found) throw new Error(found.unavailable);
  return found;
}
