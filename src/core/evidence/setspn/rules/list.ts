/**
 * What one account holds, as `setspn -L` lists it.
 *
 *     Registered ServicePrincipalNames for CN=svc-portal,OU=Service Accounts,DC=contoso,DC=com:
 *             HTTP/portal.contoso.com
 *
 * HOST/ of a computer account covers HTTP/ (sPNMappings). A list shows one account; another one may
 * hold the same names.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import { stated } from '../../../text/told.ts';
import type { Part } from '../../../text/told.ts';
import { finding, heldSpn, listed, lookUp, nameOf, WHO_DECRYPTS } from './wording.ts';

type List = FactOf<'spnList'>;
const SHOWN = 3;
const HOST_NAMES = 'setspn.host-names';
const KNOWN = {
  check: 'one-owner',
  state: 'known',
  says: 'The SPNs of one account are listed; other accounts are not shown.',
} as const;

export const list: Rule = {
  id: 'setspn.list',
  says: 'What one account holds.',
  needs: ['spnList'],
  settles: [KNOWN, { ...KNOWN, finding: HOST_NAMES }],
  judge: (facts) => {
    // What a search was for is told by the rules on searches.
    const searched = new Set(facts.all('spnSearch').map(({ spn }) => spn && spelled(spn)));
    const all = facts
      .all('spnList')
      .filter(({ spns }) => !spns.some((spn) => searched.has(spelled(spn))));
    const holds = (one: List, service: string) =>
      Number(one.spns.some((spn) => spn.service === service));
    const rank = (one: List) => 2 * holds(one, 'HTTP') + holds(one, 'HOST');
    return all
      .toSorted((a, b) => rank(b) - rank(a))
      .slice(0, SHOWN)
      .map((one) => described(one, facts));
  },
};

function described(one: List, facts: FactBase): Diagnosis {
  const held = facts
    .all('spnOwner')
    .filter(({ account }) => account.written === one.account.written);
  const of = (service: string) => held.filter(({ spn }) => spn.service === service && !spn.realm);
  const [http, host] = [of('HTTP'), of('HOST')];
  const name = stated(nameOf(one), one.at);
  const told = (parts: readonly Part[], shown: typeof held, more: Pick<Diagnosis, 'id' | 'next'>) =>
    finding(
      'info',
      'id' in more ? 'default-host-spn' : 'setspn-guide',
      [name, ' holds ', ...parts],
      [one, ...shown],
      {
        ...more,
        caveat: 'A list shows one account; another one may hold HTTP/ for the same name.',
      },
    );
  const [first] = http;
  if (first) {
    const parts = [
      ...listed(http.map(heldSpn)),
      ', so tickets for these names are encrypted for it.',
    ];
    return told(parts, http, { next: [lookUp(first.spn), ...WHO_DECRYPTS] });
  }
  const [{ spn } = { spn: undefined }] = host;
  if (spn) {
    const parts = ['no HTTP/ name; ', ...listed(host.map(heldSpn)), ' cover HTTP/, too.'];
    const step = lookUp({ service: 'HTTP', host: spn.host });
    return told(parts, host, { id: HOST_NAMES, next: [step, ...WHO_DECRYPTS] });
  }
  if (held.length === 0) return told(['no SPN.'], [], {});
  return told([...listed(held.map(heldSpn)), ', but no HTTP/ name.'], held, {});
}
