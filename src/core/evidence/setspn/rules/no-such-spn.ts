/**
 * A search found no account that holds the SPN.
 *
 *     setspn -Q HTTP/portal.contoso.com
 *     No such SPN found.
 *
 * For HTTP/ the KDC falls back on HOST/ of the same name (sPNMappings), which only a search for that
 * name, or for all classes with a wildcard, can exclude. Without -F other domains were not searched.
 */
import type { Diagnosis, Rule, Settles } from '../../../case/rule.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import type { Spn } from '../../../facts/names.ts';
import { stated } from '../../../text/told.ts';
import { finding, holder, lookUp, onlyDomain, ownersBySpn, register, SHOWN } from './wording.ts';

type Search = FactOf<'spnSearch'>;

const settles = (state: Settles['state'], finding: string, says: string): Settles => ({
  check: 'one-owner',
  state,
  finding,
  says,
});
const NONE = 'No account holds the SPN';

export const noSuchSpn: Rule = {
  id: 'setspn.no-such-spn',
  says: `${NONE}.`,
  needs: ['spnSearch'],
  settles: [
    settles('failed', 'setspn.no-owner', `${NONE}, nor HOST/ of the same name.`),
    settles(
      'passed',
      'setspn.host-covers',
      `${NONE}, and a computer holds HOST/ of the same name.`,
    ),
    settles('known', 'setspn.no-such-spn', `${NONE}, as far as was searched.`),
  ],
  judge: (facts) => {
    const owners = ownersBySpn(facts);
    const missing = new Map<string, Search>();
    for (const search of facts.all('spnSearch')) {
      const name = search.spn ? spelled(search.spn) : (search.pattern ?? 'such an SPN');
      if (search.owners === 0 && !owners.has(name)) missing.set(name, search);
    }
    const asked = [...missing].filter(
      // That there is no HOST/ completes the answer on HTTP/, and on its own it is none.
      ([name]) => !missing.has(name.replace(/^HOST\//, 'HTTP/')) || !name.startsWith('HOST/'),
    );
    return asked.slice(0, SHOWN).map(([name, search]) => {
      // HOST/ does not stand in for a name with a port.
      const { spn } = search;
      const isHttp = spn?.service === 'HTTP' && spn.port === undefined;
      const host = isHttp ? { service: 'HOST', host: spn.host } : undefined;
      return covered(name, search, host, owners) ?? absent(name, search, host, missing);
    });
  },
};

function covered(
  name: string,
  search: Search,
  host: Spn | undefined,
  owners: ReturnType<typeof ownersBySpn>,
): Diagnosis | undefined {
  const [owner, second] = (host && owners.get(spelled(host))) ?? [];
  if (!host || !owner || second) return undefined;
  const parts = [
    'No account holds ',
    stated(name, search.at),
    ', and none needs to: ',
    holder(owner),
  ];
  const covers = ` holds ${spelled(host)}, which covers it.`;
  return finding('ok', 'default-host-spn', [...parts, covers], [search, owner], {
    id: 'setspn.host-covers',
    caveat: 'If another account decrypts for the site, register the SPN on that account.',
    next: [register(search.spn)],
  });
}

function absent(
  name: string,
  search: Search,
  host: Spn | undefined,
  missing: ReadonlyMap<string, Search>,
): Diagnosis {
  const { spn, pattern, scope } = search;
  const other = host && missing.get(spelled(host));
  const isAll = other?.scope === 'forest' || /^\*\/[^*]{1,255}$/.test(pattern ?? '');
  const isProven = scope === 'forest' && isAll;
  const covers = host && !other ? ` ${spelled(host)} on a computer account would cover it.` : '';
  const caveat = (onlyDomain(scope) + covers).trim();
  const both = host && other ? `, nor ${spelled(host)}.` : '.';
  return finding(
    isProven || !host ? 'error' : 'warning',
    'spn-missing',
    [`No account in the ${scope} holds `, stated(name, search.at), both],
    other ? [search, other] : [search],
    {
      id: isProven ? 'setspn.no-owner' : noSuchSpn.id,
      ...(caveat && { caveat }),
      next: [
        ...(scope === 'domain' && spn ? [lookUp(spn)] : []),
        ...(host && !other ? [lookUp(host)] : []),
        register(spn),
      ],
    },
  );
}
