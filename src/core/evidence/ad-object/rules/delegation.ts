/**
 * What the account may do as its users, and where:
 *
 *     TrustedForDelegation                 : True                unconstrained
 *     msDS-AllowedToDelegateTo             : {MSSQLSvc/sql01}    constrained
 *     TrustedToAuthForDelegation           : True                with protocol transition
 *     PrincipalsAllowedToDelegateToAccount : {CN=svc-portal,...} resource-based, set on the back end
 *     AccountNotDelegated                  : True                a user whom nobody may take along
 *
 * Signing in needs none of it. Whether a second hop works also depends on which account decrypts at the
 * site, which a listing does not show. Source: MS-SFU 3.2.5; MS-ADTS 2.2.16.
 */
import type { ArticleSlug } from '../../../articles.ts';
import type { Diagnosis, Rule, Settles } from '../../../case/rule.ts';
import { displayName } from '../../../facts/names.ts';
import { stated, told, type Part } from '../../../text/told.ts';
import { isDomainController, listed, placeOf, SHOWN, who, type Directory } from './wording.ts';

const IDS = {
  unconstrained: 'ad-object.unconstrained-delegation',
  transition: 'ad-object.protocol-transition',
  constrained: 'ad-object.constrained-delegation',
  resource: 'ad-object.resource-based-delegation',
  sensitive: 'ad-object.not-delegated',
  none: 'ad-object.no-delegation',
} as const;

const known = (finding: string, says: string): Settles => ({
  check: 'second-hop',
  state: 'known',
  finding,
  says,
});

export const delegation: Rule = {
  id: 'ad-object.delegation',
  says: 'What an account may do as its users.',
  needs: ['directoryAccount'],
  settles: [
    known(IDS.unconstrained, 'An account may delegate to any service (unconstrained).'),
    known(IDS.transition, 'An account may delegate with any protocol (protocol transition).'),
    known(IDS.constrained, 'An account may delegate to the SPNs that it lists (constrained).'),
    known(IDS.resource, 'An account names who may delegate to it (resource-based).'),
    known(IDS.sensitive, 'An account is marked as sensitive: nobody may delegate it.'),
    known(IDS.none, 'An account may not delegate.'),
  ],
  judge: (facts) => facts.all('directoryAccount').flatMap(diagnoses).slice(0, SHOWN),
};

function diagnoses(account: Directory): Diagnosis[] {
  return [...ownDelegation(account), ...sensitive(account), ...resourceBased(account)];
}

function ownDelegation(account: Directory): Diagnosis[] {
  const { flags, cleared, delegatesTo } = account;
  if (flags.includes('TRUSTED_FOR_DELEGATION') && !isDomainController(account)) {
    return [unconstrained(account)];
  }
  const isTransition = flags.includes('TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION');
  if (isTransition || (delegatesTo && delegatesTo.length > 0)) {
    return [constrained(account, isTransition)];
  }
  const isNone = delegatesTo && cleared.includes('TRUSTED_FOR_DELEGATION');
  if (!isNone) return [];
  const at = placeOf(account, 'delegates-to');
  return [
    info(IDS.none, 'kcd-rbcd', account, at, [
      who(account),
      ' may ',
      stated('delegate nowhere', at),
      '; a back end can still name it in resource-based delegation.',
    ]),
  ];
}

function unconstrained(account: Directory): Diagnosis {
  const at = placeOf(account, 'trusted-for-delegation', 'control');
  return {
    id: IDS.unconstrained,
    severity: 'warning',
    ...told`${who(account)} is ${stated('trusted for delegation to any service', at)} (unconstrained): whoever controls it can act as every user who signs in to it.`,
    article: 'double-hop-checklist',
    evidence: [at],
    caveat:
      'A browser hands its ticket-granting ticket only to hosts that its policy names, and Credential Guard to none. Constrained delegation needs neither.',
  };
}

function constrained(account: Directory, isTransition: boolean): Diagnosis {
  const { delegatesTo = [], cut } = account;
  const list = placeOf(account, 'delegates-to');
  const at = isTransition ? placeOf(account, 'protocol-transition', 'control') : list;
  const isCut = cut.includes('delegates-to');
  const where: Part[] =
    delegatesTo.length > 0
      ? [
          ' to ',
          stated(listed(delegatesTo), list),
          ...(isCut ? [' and others that are cut off'] : []),
        ]
      : [];
  const how = isTransition
    ? ' as any user, however that user signed in (protocol transition)'
    : ' for users who signed in with Kerberos';
  const rest =
    delegatesTo.length > 0 ? '.' : '; the back ends, in msDS-AllowedToDelegateTo, are not shown.';
  return info(
    isTransition ? IDS.transition : IDS.constrained,
    isTransition ? 'protocol-transition-s4u' : 'kcd-rbcd',
    account,
    at,
    [who(account), ' may delegate', ...where, how, rest],
  );
}

function sensitive(account: Directory): Diagnosis[] {
  if (!account.flags.includes('NOT_DELEGATED')) return [];
  const at = placeOf(account, 'not-delegated', 'control');
  return [
    info(IDS.sensitive, 'double-hop-checklist', account, at, [
      who(account),
      ' is ',
      stated('marked as sensitive', at),
      ': no service may act as this user on a second server.',
    ]),
  ];
}

function resourceBased(account: Directory): Diagnosis[] {
  const { delegatedFrom } = account;
  if (!delegatedFrom) return [];
  const at = placeOf(account, 'delegated-from');
  const names = listed(delegatedFrom.map(displayName));
  return [
    info(IDS.resource, 'kcd-rbcd', account, at, [
      names === '' ? 'Accounts that are not shown by name' : stated(names, at),
      ' may delegate to ',
      who(account, 'the account'),
      ' (resource-based).',
    ]),
  ];
}

function info(
  id: string,
  article: ArticleSlug,
  account: Directory,
  at: Diagnosis['evidence'][number],
  parts: readonly Part[],
): Diagnosis {
  const title = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  return {
    id,
    severity: 'info',
    title,
    parts,
    article,
    evidence: [...new Set([at, account.at])],
    caveat: 'Signing in to a site needs no delegation; only a second hop does.',
  };
}
