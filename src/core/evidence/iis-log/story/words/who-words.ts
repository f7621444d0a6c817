/** Who is behind some attempts, and how they ended, as pieces of sentences. */
import { OUTCOME_WORDS } from '../../attempts/outcome-words.ts';
import { asWhom, byWhom, codeOf, where } from '../../attempts/phrases.ts';
import { agentWords } from '../agents.ts';
import type { Who } from '../conclusions/who.ts';

/** `name or password refused, 401.1 with 2148074252 (SEC_E_LOGON_DENIED)`, or most often so */
export function endingWords({ ending, endings, attempts, isOneOutcome }: Who): string {
  if (!ending) return 'not classified';
  const { words } = OUTCOME_WORDS[ending.outcome];
  const code = codeOf(ending);
  if (endings === attempts) return `${words}, ${code}`;
  return isOneOutcome ? `${words}, most often ${code}` : `most often ${words}, ${code}`;
}

/** `10.3.9.9 as CONTOSO\anna with Firefox 133 on Linux at /app`; empty when no name is known. */
export function names(who: Who): string {
  return (byWhom(who) + asWhom(who) + withWhat(who) + where(who)).trimStart();
}

/** ` with Firefox 133 on Linux` when one client has one agent. */
function withWhat({ clients, agents, agentNames }: Who): string {
  const [only] = agentNames;
  return clients > 1 || agents !== 1 || only === undefined ? '' : ` with ${agentWords(only)}`;
}
