/**
 * `setspn -X` found no SPN that two accounts hold.
 *
 *     found 0 group of duplicate SPNs.
 *
 * It does not show that the SPN of the site exists. Without -F it says nothing about other domains.
 */
import type { Rule } from '../../../case/rule.ts';
import { stated } from '../../../text/told.ts';
import { finding, lookUp, onlyDomain } from './wording.ts';

const SAYS = 'No SPN is registered on more than one account.';

export const noDuplicates: Rule = {
  id: 'setspn.no-duplicates',
  says: SAYS,
  needs: ['spnDuplicates'],
  settles: [{ check: 'one-owner', state: 'known', says: SAYS }],
  judge: (facts) =>
    facts
      .all('spnDuplicates')
      .filter(({ groups }) => groups === 0)
      .slice(0, 1)
      .map((none) =>
        finding(
          'ok',
          'spn-duplicate',
          [`The ${none.scope} has `, stated('no duplicate SPNs', none.at), '.'],
          [none],
          {
            caveat:
              `Whether the SPN of the site exists is not shown. ${onlyDomain(none.scope)}`.trim(),
            next: [lookUp()],
          },
        ),
      ),
};
