/**
 * `setspn`: which account of the directory holds which SPN.
 *
 *     Checking domain DC=contoso,DC=com                         -Q: alone, then all SPNs that it holds
 *     CN=svc-portal,OU=Service Accounts,DC=contoso,DC=com
 *             HTTP/portal.contoso.com
 *
 *     Existing SPN found!
 *
 * Source: setspn.exe of Windows Server 2008 to 2025, as seen in `fixtures/`; its documentation in the
 * Windows commands reference.
 */
import { occupiedBy } from '../../text/occupied.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { factsOf } from './run-facts.ts';
import { runsOf } from './runs.ts';

/** Reads all output of setspn in `text`; a command alone is explained and states nothing. */
function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const { runs, claimed } = runsOf(text, occupiedBy(taken));
  if (claimed.length === 0) return undefined;
  const facts = factsOf(runs);
  return { kinds: facts.length > 0 ? ['setspn'] : [], facts, claimed };
}

export const setspn: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).SETSPN_RULES,
};
