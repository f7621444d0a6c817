/**
 * What became of an attempt: the rules, first match wins. Each line names the outcome, the article
 * that explains it, and the condition. The rows quoted are what triggers it, as
 * `sc-status sc-substatus sc-win32-status`.
 *
 * What the rules stand on: "Windows Authentication request flow" (Microsoft Tech Community),
 * "401.x" of David Wang's blog, KB 907273 and KB 969060 for IIS 6, published rows. A 401.1 with
 * 2148074254 is a refusal in no version by itself; what follows it decides.
 */
import type { ArticleSlug } from '../../../articles.ts';
import type { Outcome } from '../../../contract/decoded.ts';
import type { Attempt, Refusal } from './attempt.ts';
import { type Cause, causeOf } from './win32-causes.ts';
import type { Leg } from './leg-of-401.ts';
import type { Step } from './attempt-step.ts';

export interface Verdict {
  readonly outcome: Outcome;
  readonly article: ArticleSlug;
}

/** An attempt of whatever rows: the rules ask nothing of them but what `Step` has. */
type Attempted = Attempt<Step>;

interface Rule extends Verdict {
  readonly when: (attempt: Attempted) => boolean;
}

/** A pause that no program makes: somebody was asked for a password. Clocks show whole seconds. */
const PERSON_MS = 5_000;
/** So many refusals in one attempt are "again and again"; browsers ask three times. */
const AGAIN = 3;

// What is asked of each refusal is made once for a rule: rules are asked for every attempt of a log.
const accepted = (attempt: Attempted) => attempt.accepted !== undefined;
const some = (test: (refusal: Refusal<Step>) => boolean) => (attempt: Attempted) =>
  attempt.refusals.some(test);
const has = (leg: Leg) => some((refusal) => refusal.leg === leg);
const only = (leg: Leg) => {
  const isOther = (refusal: Refusal<Step>) => refusal.leg !== leg;
  return (attempt: Attempted) => !attempt.refusals.some(isOther);
};
/** At least so many refusals of a kind. */
const times = (least: number, leg: Leg) => (attempt: Attempted) => {
  let count = 0;
  for (const refusal of attempt.refusals) if (refusal.leg === leg) count++;
  return count >= least;
};
const substatus = (...values: number[]) => some(({ row }) => values.includes(row.substatus ?? -1));
/** A refused logon (401.1) with a code of this cause. */
const cause = (...values: Cause[]) =>
  some(({ leg, row }) => {
    const found = leg === 'refusal' && row.win32 !== undefined ? causeOf(row.win32) : undefined;
    return found !== undefined && values.includes(found);
  });
type Condition = (attempt: Attempted) => boolean;
const all =
  (...conditions: Condition[]): Condition =>
  (attempt) => {
    for (const condition of conditions) if (!condition(attempt)) return false;
    return true;
  };
const any =
  (...conditions: Condition[]): Condition =>
  (attempt) => {
    for (const condition of conditions) if (condition(attempt)) return true;
    return false;
  };

/** Did more than a few seconds pass between two rows, not counting the time of the request itself? */
export function hasPause({ refusals, accepted: last }: Attempted): boolean {
  if (last && isLate(last, refusals.at(-1)?.row)) return true;
  return refusals.some(isLateRefusal);
}

const isLateRefusal = ({ row }: Refusal<Step>, i: number, all: readonly Refusal<Step>[]) =>
  i > 0 && isLate(row, all[i - 1]?.row);

function isLate(row: Step, before: Step | undefined): boolean {
  if (row.ms === undefined || before?.ms === undefined) return false;
  return row.ms - (row.timeTaken ?? 0) - before.ms > PERSON_MS;
}

const RULES: readonly Rule[] = [
  // The client got in. `401 2 5`, 20 s, `200 0 0` with a user name; or a refusal before it.
  {
    outcome: 'accepted-after-prompt',
    article: 'normal-401-sequence',
    when: all(accepted, any(has('refusal'), has('access'), hasPause)),
  },
  // `401 2 5`, `401 1 2148074254`, `200 0 0`. IIS 6: `401 2 2148074254`, `401 1 0`, `200 0 0`.
  {
    outcome: 'accepted-two-legs',
    article: 'normal-401-sequence',
    when: all(accepted, any(has('handshake'), times(2, 'plain'))),
  },
  // `401 2 5`, `200 0 0` with a user name.
  { outcome: 'accepted-one-leg', article: 'normal-401-sequence', when: accepted },

  // The substatus says who refused.
  { outcome: 'acl-denied', article: '401-3-acl', when: substatus(3) },
  { outcome: 'filter-or-handler', article: '401-4-isapi-filter', when: substatus(4) },
  { outcome: 'filter-or-handler', article: '401-5-isapi-cgi', when: substatus(5) },
  { outcome: 'authorization-rule', article: '401-7-url-authorization', when: substatus(7) },
  {
    outcome: 'unclassified',
    article: '401-501-504-ip-restriction',
    when: substatus(501, 502, 503, 504),
  },

  // The Win32 status of a failed logon says why.
  {
    outcome: 'channel-binding',
    article: 'extended-protection-401',
    when: cause('channel-binding'),
  },
  { outcome: 'account-state', article: 'account-lockout-from-iis', when: cause('account-locked') },
  { outcome: 'account-state', article: '401-1-bad-credentials', when: cause('account-state') },
  { outcome: 'logon-right', article: 'logon-rights', when: cause('logon-right') },
  { outcome: 'logon-right', article: 'cross-forest', when: cause('authentication-firewall') },
  { outcome: 'broken-handshake', article: '401-1-secpkg-not-found', when: cause('no-package') },
  { outcome: 'broken-handshake', article: 'clock-skew', when: cause('clock-skew') },
  { outcome: 'broken-handshake', article: 'krb-ap-err-modified', when: cause('kerberos-key') },
  { outcome: 'unclassified', article: 'dc-reachability', when: cause('no-domain-controller') },
  {
    outcome: 'broken-handshake',
    article: 'ntlm-split-by-load-balancer',
    when: cause('broken-token'),
  },
  {
    outcome: 'prompt-loop',
    article: 'prompt-loop-401',
    when: all(cause('bad-credentials'), times(AGAIN, 'refusal')),
  },
  { outcome: 'refused', article: '401-1-bad-credentials', when: cause('bad-credentials') },
  { outcome: 'unclassified', article: '401-1-logon-failed', when: has('refusal') },

  // No refusal by Windows, and no success either.
  { outcome: 'application', article: '401-0-no-substatus', when: has('application') },
  { outcome: 'never-answered', article: '401-2-only-no-second-leg', when: only('challenge') },
  // `401 1 2148074254` and nothing before it: the first request already carried a token.
  { outcome: 'preauthenticated', article: 'preauth-401-1', when: only('handshake') },
  {
    outcome: 'abandoned',
    article: '401-1-2148074254',
    when: all(has('challenge'), has('handshake')),
  },
];

/** Every verdict that the rules can give, in their order. */
export const VERDICTS: readonly Verdict[] = RULES;

const UNCLASSIFIED: Verdict = { outcome: 'unclassified', article: 'read-iis-log' };

/** The first rule that fits; a 401 without a substatus fits none and stays unclassified. */
export function classify(attempt: Attempted): Verdict {
  for (const rule of RULES) if (rule.when(attempt)) return rule;
  return UNCLASSIFIED;
}
