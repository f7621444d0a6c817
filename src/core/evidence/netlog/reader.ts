/**
 * Network logs of Edge and Chrome (`edge://net-export`): whether the browser may log on by itself,
 * which name it asked Windows for, with what result; and the requests with their answers.
 */
import type { Problem } from '../../contract/decoded.ts';
import { jsonAround } from '../../text/json-around.ts';
import { occupiedBy } from '../../text/occupied.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { authFacts } from './auth-facts.ts';
import { readNetlog } from './events.ts';
import { exchangesIn } from './exchanges.ts';

function read(text: string, { claimed }: Pick<Context, 'claimed'>): Reading | undefined {
  const log = readNetlog(text);
  const isTaken = occupiedBy(claimed);
  if (!log || isTaken(log.constants)) return undefined;
  const end = { start: Math.max(0, text.length - 1), end: text.length };
  const problems: Problem[] = log.isWhole
    ? []
    : [{ message: 'The network log is cut off; the events before that were read.', at: end }];
  return {
    kinds: ['netlog'],
    facts: authFacts(log),
    recorded: exchangesIn(text, log.events),
    problems,
    claimed: [jsonAround(text, { start: log.constants.start, end: log.end })],
  };
}

export const netlog: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).NETLOG_RULES,
};
