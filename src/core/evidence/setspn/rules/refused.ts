/**
 * setspn could not do what it was asked for: no such account, no right to write, no domain.
 *
 *     FindDomainForAccount: Call to DsGetDcNameWithAccountW failed with return value 0x00000525
 *     Could not find account svc-portal
 *     Failed to assign SPN on account 'CN=...', error 0x2098/8344 -> Insufficient access rights ...
 *     Failed to retrieve DN for domain "fabrikam" : 0x00000051
 *
 * The codes are those of winerror.h: 1317, 8344, 1355. A code proves the refusal, not its cause.
 */
import type { ArticleSlug } from '../../../articles.ts';
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import type { Step } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated } from '../../../text/told.ts';
import { finding, nameOf, register, SHOWN } from './wording.ts';

type Refused = FactOf<'spnRefused'>;

function ruleFor(
  why: 'no-account' | 'access-denied' | 'no-domain',
  says: string,
  article: ArticleSlug,
  wording: (refused: Refused, name: string) => readonly [string, string, string],
  caveat: string,
  next: (refused: Refused, name: string) => Step,
): Rule {
  return {
    id: `setspn.${why}`,
    says,
    needs: ['spnRefused'],
    judge: (facts) =>
      facts
        .all('spnRefused')
        .filter((one) => one.why === why)
        .slice(0, SHOWN)
        .map((one) => {
          const { account, code, at } = one;
          const name = account ? nameOf({ account }) : 'the account';
          const [before, subject, after] = wording(one, name);
          const hex = code === undefined ? '.' : ` (0x${code.toString(16)}).`;
          return finding('error', article, [before, stated(subject, at), after + hex], [one], {
            caveat,
            next: [next(one, name)],
          });
        }),
  };
}

export const noAccount = ruleFor(
  'no-account',
  'setspn found no such account.',
  'setspn-guide',
  (_, name) => ['setspn found no account named ', name, ''],
  'A name without a domain is looked up in one domain only.',
  () =>
    say(
      'Add the domain: CONTOSO\\svc-portal. The name of a group managed service account ends in $.',
    ),
);

export const accessDenied = ruleFor(
  'access-denied',
  'The directory refused to write the SPN.',
  'setspn-guide',
  ({ spn }, name) => [
    `The directory refused to write ${spn ? spelled(spn) : 'the SPN'} to `,
    name,
    ': insufficient access rights',
  ],
  'A prompt that is not elevated can be the reason, too.',
  ({ spn }, name) => register(spn, name),
);

export const noDomain = ruleFor(
  'no-domain',
  'setspn did not reach the domain.',
  'dc-reachability',
  ({ domain }, name) => ['setspn could not reach ', domain ?? `the domain of ${name}`, ''],
  'The name of the domain may be misspelled.',
  ({ domain }) => run('anywhere', command`nltest /dsgetdc:${[domain, 'DOMAIN']} /force /kdc`),
);
