/** What is no person's attempt, in words: health probes and CORS preflights. */
import { counted } from '../../../../text/counted.ts';
import { agentWords } from '../agents.ts';
import { type Clock, every } from './clock.ts';
import type { Probe, Probes } from '../conclusions/probes.ts';
import type { Who } from '../conclusions/who.ts';
import { names } from './who-words.ts';

/** One sentence for each probe, and one for all that are not told one by one. */
export function probeWords({ told, others }: Probes): string[] {
  return [
    ...told.map(probe),
    ...(others > 0
      ? [
          `${counted(others, 'more probe')} of this kind ${others === 1 ? 'is' : 'are'} set aside, too.`,
        ]
      : []),
  ];
}

/** `Set aside: 10.0.0.2 asks for / every 30 s and never answers the 401, as a health probe does.` */
function probe({ interval, isNameless, attempts, clientNames, uris, agentNames }: Probe): string {
  const [client = ''] = clientNames;
  const [uri] = uris;
  const [agent] = agentNames;
  const what = agent === undefined ? '' : ` (${agentWords(agent)})`;
  const path = uri === undefined ? '' : ` for ${uri}`;
  const without = isNameless ? ' without a User-Agent' : '';
  return `Set aside: ${client}${what} asks${path} ${every(interval)}${without} and never answers the 401 (${counted(attempts, 'attempt')}), as a health probe does.`;
}

/** Names the preflights; `attempts` is how many attempts there are in all. */
export function preflightWords(who: Who, attempts: number, clock: Clock): string[] {
  const isAll = who.attempts === attempts;
  const which =
    who.attempts === 1
      ? `${isAll ? 'The only' : 'One'} attempt is a CORS preflight`
      : `${isAll ? 'All ' : ''}${counted(who.attempts, 'attempt')} are CORS preflights`;
  const named = names(who);
  const when = Number.isNaN(who.first) ? '' : `, ${clock.range(who.first, who.last)}`;
  return [
    `${which} (OPTIONS)${named === '' ? '' : ` ${named}`}${when}: browsers send no credentials with them.`,
    'Let the server answer OPTIONS without authentication, or the requests that they announce are never sent.',
  ];
}
