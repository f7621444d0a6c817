/**
 * The name has addresses of its own, so the client asks for the name in the URL:
 *
 *     portal.contoso.com   A      3600  Answer     10.0.0.21
 *
 * Says nothing when one of the names is an alias, or when so many names are listed that the site's
 * may not be among them. Can be wrong when another name is in the URL.
 */
import type { Rule } from '../../../case/rule.ts';
import { stated, told } from '../../../text/told.ts';
import { ofTheSite } from './asked-for.ts';

/** Names of one paste that can still be "the name that was looked up". */
const NAMES = 2;

export const noAlias: Rule = {
  id: 'dns.no-alias',
  says: 'The name in the URL is no alias.',
  needs: ['dnsName'],
  settles: [
    {
      check: 'alias',
      state: 'passed',
      says: 'The name that was looked up has addresses of its own; it is not an alias.',
    },
  ],
  judge: (facts) => {
    const names = ofTheSite(facts.all('dnsName'), facts);
    const own = names.filter(({ answer }) => answer === 'address');
    const [first, second] = own;
    if (!first || own.length > NAMES || names.some(({ answer }) => answer === 'alias')) return [];
    const both = second && second.name !== first.name ? second : undefined;
    const place = stated(first.name, first.at);
    return [
      {
        severity: 'ok',
        ...(both
          ? told`${place} and ${stated(both.name, both.at)} are not aliases: clients ask for the names in the URL.`
          : told`${place} is not an alias: clients ask for ${`HTTP/${first.name}`}.`),
        article: 'cname-alias-spn',
        evidence: own.map(({ at }) => at),
        caveat: 'Only if this is the host name in the URL, looked up on the client.',
      },
    ];
  },
};
