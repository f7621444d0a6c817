/** `--query ENGINE:QUESTION`: the query of the page, for the log that was read. */
import { ENGINES, type Log, offerOf, queryOf, QUESTIONS } from '../core/index.ts';

const listed = (words: readonly { id: string }[]): string => words.map(({ id }) => id).join(', ');

/** The names that the option takes, as lines of the usage text. */
export const QUERY_USAGE = `           ENGINE:   ${listed(ENGINES)}
           QUESTION: ${listed(QUESTIONS)}`;

/** The query, with what is to be said of it; or what is wrong with the option or the log. */
export function logQuery(
  option: string,
  log: Log | undefined,
): { result: string; notes: readonly string[] } | { error: string } {
  const [engineId, questionId] = option.split(':');
  const engine = ENGINES.find(({ id }) => id === engineId);
  const question = QUESTIONS.find(({ id }) => id === questionId);
  if (!engine || !question) {
    return {
      error: `--query takes ENGINE:QUESTION, not ${JSON.stringify(option)}.\n\n${QUERY_USAGE}`,
    };
  }
  const offer = log && offerOf(log);
  if (!offer) return { error: 'A query needs rows of a W3C log, read by their columns.' };
  const { fields, range } = offer;
  const query = queryOf(engine, question, { fields, ...(range && { range }) });
  if ('unavailable' in query) return { error: query.unavailable };
  const { text, replace, blind, leftOut } = query;
  return { result: `${text}\n`, notes: [replace, ...blind, ...leftOut] };
}
