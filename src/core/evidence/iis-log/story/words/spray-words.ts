/** Password sprays in words: who tried how many names, when, with what, and whether it got in. */
import { where } from '../../attempts/phrases.ts';
import { counted } from '../../../../text/counted.ts';
import { agentWords } from '../agents.ts';
import type { Clock } from './clock.ts';
import type { Spray, Sprays } from '../conclusions/sprays.ts';

/** Names that are written out. */
const NAMED = 3;

/** A sentence for each spray, and one for all that are not told one by one. */
export function sprayWords({ told, others }: Sprays, clock: Clock): string[] {
  return [
    ...told.map((spray) => sentence(spray, clock)),
    ...(others > 0 ? [`${counted(others, 'more address', 'more addresses')} did the same.`] : []),
  ];
}

function sentence(spray: Spray, clock: Clock): string {
  const { users, first, last, letIn, letInAt, agents, agentNames } = spray;
  const [client = 'One address'] = spray.clientNames;
  const [agent] = agentNames;
  const what = agent === undefined || agents > 1 ? '' : ` with ${agentWords(agent)}`;
  const when = Number.isNaN(first) ? '' : ` ${clock.range(first, last)}`;
  const names = counted(users, 'user name');
  const tried = `Password spray: ${client} tried ${names}${where(spray)}${what}${when}`;
  if (letIn.length === 0) {
    return `${tried} and logged on with none of them here; a password that is right at once leaves no 401, so look at all rows of that address.`;
  }
  const at = letIn.length > 1 || Number.isNaN(letInAt) ? '' : ` at ${clock.at(letInAt)}`;
  return `${tried} and logged on as ${listed(letIn)}${at}: treat ${letIn.length === 1 ? 'that account' : 'these accounts'} as compromised.`;
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
