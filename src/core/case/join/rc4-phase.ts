/**
 * Whether domain controllers still make RC4 tickets, as far as the evidence tells. Windows updates of 13 January
 * 2026 record what will break (Kdcsvc 201 to 209); those of 14 April 2026 give accounts without a setting AES only,
 * and those of 14 July 2026 take the way back. Source: KB5073381. A date alone shows no update: only what was before.
 */
import type { FactBase } from '../../facts/fact-base.ts';
import type { Span } from '../../facts/span.ts';
import { momentOf } from './moments.ts';

export interface Rc4Phase {
  /** `before`: nothing is refused or recorded. `audited`: recorded. `enforced`: refused. */
  readonly phase: 'before' | 'audited' | 'enforced' | 'unknown';
  /** A sentence. */
  readonly says: string;
  readonly at?: Span;
}

const JANUARY = Date.UTC(2026, 0, 13);

const UNKNOWN: Rc4Phase = {
  phase: 'unknown',
  says: 'Without its updates a domain controller gives RC4 to an account that sets no types of its own; with the updates of April 2026 it gives AES only, and an account without AES keys gets no ticket.',
};

/** `times`: when what is judged happened. */
export function rc4Phase(facts: FactBase, times: readonly (string | undefined)[] = []): Rc4Phase {
  const weak = facts.all('weakTicket').filter(({ lacks }) => lacks !== 'policy');
  const blocked = weak.find(({ isBlocked }) => isBlocked);
  if (blocked) {
    const says = `Event ${blocked.event} shows that the domain controller refuses RC4.`;
    return { phase: 'enforced', says, at: blocked.at };
  }
  const [recorded] = weak;
  if (recorded) {
    const says = `Event ${recorded.event} shows that the domain controller has the updates of January 2026 and does not refuse RC4 yet.`;
    return { phase: 'audited', says, at: recorded.at };
  }
  const known = times.flatMap((time) => momentOf(time) ?? []);
  const isBefore = known.length > 0 && known.every(({ ms }) => ms < JANUARY);
  return isBefore
    ? {
        phase: 'before',
        says: 'It happened before the updates of January 2026, which first record RC4.',
      }
    : UNKNOWN;
}
