/**
 * The SPNs of an account, as its attributes list them:
 *
 *     ServicePrincipalNames : {HTTP/portal.contoso.com, HTTP/portal}
 *     servicePrincipalName  : {WSMAN/WEB01, HOST/WEB01, RestrictedKrbHost/WEB01, HOST/web01.contoso.com...}
 *
 * PowerShell shows the first four values of a list by default and `...` for the rest, so what is not
 * shown proves nothing. A listing shows one account; another one may hold the same names.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { compareAccounts, spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { listed, logonOf, placeOf, SHOWN, who, type Directory } from './wording.ts';

const CUT = 'ad-object.spns-cut-off';
const HOST = 'ad-object.host-names';
const KNOWN = {
  check: 'one-owner',
  state: 'known',
  says: 'SPNs of one account are listed; other accounts are not shown.',
} as const;

export const spns: Rule = {
  id: 'ad-object.spns',
  says: 'Which SPNs an account holds.',
  needs: ['directoryAccount'],
  settles: [KNOWN, { ...KNOWN, finding: CUT }, { ...KNOWN, finding: HOST }],
  judge: (facts) =>
    facts
      .all('directoryAccount')
      .filter(({ spnCount }) => spnCount !== undefined)
      .slice(0, SHOWN)
      .map((account) => described(account, facts)),
};

const SERVICE = 'spns';

function described(account: Directory, facts: FactBase): Diagnosis {
  const at = placeOf(account, SERVICE);
  const held = facts
    .all('spnOwner')
    .filter((one) => one.at.source === at.source && one.at.start === at.start);
  const of = (service: string) => held.filter(({ spn }) => spn.service === service);
  const names = (of('HTTP').length > 0 ? of('HTTP') : of('HOST')).map(({ spn }) => spelled(spn));
  const base = {
    severity: 'info',
    evidence: [at],
    caveat: 'A listing shows one account; another one may hold the same names.',
    next: [
      run('anywhere', command`setspn -F -Q ${[names[0]?.replace(/^HOST/, 'HTTP'), 'SPN']}`),
      run('anywhere', command`setspn -L ${[logonOf(account), 'ACCOUNT']}`),
    ],
  } as const;
  if (account.cut.includes(SERVICE)) {
    return {
      ...base,
      id: CUT,
      ...told`The list of SPNs of ${who(account, 'the account')} is ${stated('cut off', at)}${names.length > 0 ? `; it begins with ${listed(names)}` : ''}. What is not shown may still be there.`,
      article: 'setspn-guide',
      next: [
        ...base.next,
        say(
          'In PowerShell, add | Select-Object -ExpandProperty ServicePrincipalNames, which shows all of them.',
        ),
      ],
    };
  }
  if (names.length === 0) {
    return {
      ...base,
      ...told`${who(account)} holds ${held.length === 0 && account.spnCount === 0 ? 'no SPN' : 'no HTTP/ and no HOST/ name'}, so no ticket for a web site is encrypted for it.`,
      article: 'setspn-guide',
    };
  }
  const isHttp = of('HTTP').length > 0;
  return {
    ...base,
    ...(!isHttp && { id: HOST }),
    ...(isHttp
      ? told`${who(account)} holds ${stated(listed(names), at)}, so tickets for these names are encrypted for it.`
      : told`${who(account)} holds no HTTP/ name; ${stated(listed(names), at)} cover HTTP/, too.`),
    article: isHttp ? 'setspn-guide' : 'default-host-spn',
  };
}

/** Two accounts of the listings hold one SPN. Where setspn is in the case, its own rule says so. */
export const duplicateSpn: Rule = {
  id: 'ad-object.duplicate-spn',
  says: 'More than one account holds the SPN.',
  needs: ['directoryAccount', 'spnOwner'],
  settles: [{ check: 'one-owner', state: 'failed', says: 'More than one account holds the SPN.' }],
  judge: (facts) => {
    if (facts.kinds.includes('setspn')) return [];
    const owners = Map.groupBy(facts.all('spnOwner'), ({ spn }) => spelled(spn));
    for (const [name, all] of owners) {
      const [first, ...others] = all;
      const second = others.find(
        (one) => first && compareAccounts(one.account, first.account) === 'different',
      );
      if (!first || !second) continue;
      return [
        {
          severity: 'error',
          ...told`${name} is registered on ${stated(first.account.name, first.at)} and on ${stated(second.account.name, second.at)}, so the KDC refuses a ticket for it, or issues one that the site may not open.`,
          article: 'spn-duplicate',
          evidence: [first.at, second.at],
          caveat: 'Unless the SPN was moved from one account to the other between the listings.',
          next: [run('anywhere', command`setspn -F -Q ${[name, 'SPN']}`)],
        },
      ];
    }
    return [];
  },
};
