/** What the two rules about tickets with RC4 or DES keys say. */
import type { Diagnosis } from '../../../case/rule.ts';
import { run, type Step } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import { command, type Name } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { andMore, etypeNameOf } from './words.ts';

/** The finding for tickets that are encrypted with RC4 or DES; none for none. */
export function weakTickets(
  weak: readonly FactOf<'ticket'>[],
  caveat: string,
  then: (spn: Name) => readonly Step[],
): Diagnosis[] {
  return weak.slice(0, 1).map((first) => {
    const spn = spelled(first.spn);
    return {
      severity: 'warning',
      ...told`The ticket for ${stated(spn, first.at)}${andMore(weak.length - 1)} is encrypted with ${stated(etypeNameOf(first) ?? '', first.etypeAt ?? first.at)}, which updated domain controllers no longer use by default.`,
      article: 'rc4-disabled-etype',
      evidence: weak.flatMap(({ at, etypeAt }) => [at, ...(etypeAt ? [etypeAt] : [])]),
      caveat,
      next: [run('client', command`setspn -F -Q ${[spn, 'SPN']}`), ...then([spn, 'SPN'])],
    };
  });
}
