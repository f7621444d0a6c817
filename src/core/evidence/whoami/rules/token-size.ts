/**
 * The user is in so many groups that a ticket may be too large:
 *
 *     TokenSize = 1200 + 40d + 8s
 *
 * d: universal groups of other domains and former SIDs, s: all other groups. It is an estimate, and claims and
 * delegation add to it. Base64 makes the header a third larger, and HTTP.sys accepts 16,384 bytes by default.
 * Source: Microsoft, "Problems with Kerberos authentication when a user belongs to many groups" (KB 327825).
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { counted } from '../../../text/counted.ts';

/** Bytes of a ticket above which the header is larger than HTTP.sys accepts by default. */
const LIMIT = 12_000;
/** Groups below which nobody has to care. */
const FEW = 100;

export function ticketBytes({
  count,
  long,
}: {
  readonly count: number;
  readonly long: number;
}): number {
  return 1_200 + 40 * long + 8 * (count - long);
}

export const tokenSize: Rule = {
  id: 'whoami.token-size',
  says: 'It is known how many groups the ticket of the user has to carry.',
  needs: ['accessToken'],
  settles: [
    {
      check: 'header-size',
      state: 'known',
      says: 'The size of the ticket can be estimated from the groups. What HTTP.sys accepts on the server is not known.',
    },
  ],
  judge(facts) {
    const [most] = facts
      .all('accessToken')
      .flatMap((token) => (token.groups ? [{ token, groups: token.groups }] : []))
      .toSorted((a, b) => ticketBytes(b.groups) - ticketBytes(a.groups));
    if (!most || (most.groups.count < FEW && !most.groups.isComplete)) return [];
    return [finding(most.token, most.groups)];
  },
};

function finding(
  { at }: FactOf<'accessToken'>,
  groups: NonNullable<FactOf<'accessToken'>['groups']>,
) {
  const bytes = ticketBytes(groups);
  const atLeast = groups.isComplete ? 'about' : 'at least';
  const isLarge = bytes > LIMIT;
  return {
    severity: isLarge ? ('warning' as const) : ('info' as const),
    ...told`The user is in ${stated(counted(groups.count, 'group'), at)} of domains: a ticket has ${atLeast} ${bytes.toLocaleString('en')} bytes${isLarge ? ', more than fits into a header that HTTP.sys accepts by default' : ''}.`,
    article: 'token-bloat-groups' as const,
    evidence: [at],
    caveat:
      'An estimate: 1200 bytes, 8 for each group, 40 for each of another domain. Former SIDs, claims and delegation add to it.',
    next: [
      run(
        'server',
        command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters /v MaxFieldLength`,
      ),
    ],
  };
}
