/** `--query ENGINE:QUESTION`: the query of the page, for the case that was read. */
import {
  type Decoded,
  ENGINES,
  EVENT_ENGINES,
  EVENT_QUESTIONS,
  eventOfferOf,
  eventQueryOf,
  type Log,
  offerOf,
  type Query,
  queryOf,
  QUESTIONS,
} from '../core/index.ts';

const listed = (words: readonly { id: string }[]): string => words.map(({ id }) => id).join(', ');

/** The names that the option takes, as lines of the usage text. */
export const QUERY_USAGE = `           for a farm's logs
           ENGINE:   ${listed(ENGINES)}
           QUESTION: ${listed(QUESTIONS)}
           for a domain's events
           ENGINE:   ${listed(EVENT_ENGINES)}
           QUESTION: ${listed(EVENT_QUESTIONS)}`;

type Answer = Query | { readonly unavailable: string } | { readonly error: string };

/** The query, with what is to be said of it; or what is wrong with the option or the evidence. */
export function queryFor(
  option: string,
  decoded: Decoded,
): { result: string; notes: readonly string[] } | { error: string } {
  const [engineId = '', questionId = ''] = option.split(':');
  const query =
    logQuery(engineId, questionId, decoded.log) ?? eventQuery(engineId, questionId, decoded);
  if (!query) {
    return {
      error: `--query takes ENGINE:QUESTION, not ${JSON.stringify(option)}.\n\n${QUERY_USAGE}`,
    };
  }
  if ('error' in query) return query;
  if ('unavailable' in query) return { error: query.unavailable };
  const { text, replace, blind, leftOut } = query;
  return { result: `${text}\n`, notes: [replace, ...blind, ...leftOut] };
}

/** Undefined for names that no question to logs has. */
function logQuery(engineId: string, questionId: string, log: Log | undefined): Answer | undefined {
  const engine = ENGINES.find(({ id }) => id === engineId);
  const question = QUESTIONS.find(({ id }) => id === questionId);
  if (!engine || !question) return undefined;
  const offer = log && offerOf(log);
  if (!offer) return { error: 'A query needs rows of a W3C log, read by their columns.' };
  const { fields, range } = offer;
  return queryOf(engine, question, { fields, ...(range && { range }) });
}

/** Undefined for names that no question to events has. */
function eventQuery(
  engineId: string,
  questionId: string,
  { facts, log }: Decoded,
): Answer | undefined {
  const engine = EVENT_ENGINES.find(({ id }) => id === engineId);
  const question = EVENT_QUESTIONS.find(({ id }) => id === questionId);
  if (!engine || !question) return undefined;
  const { range, machines } = eventOfferOf(facts, log);
  return eventQueryOf(engine, question, { machines, ...(range && { range }) });
}
