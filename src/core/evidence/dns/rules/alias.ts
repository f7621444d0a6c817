/**
 * The name is an alias of another one:
 *
 *     portal.contoso.com   CNAME  3600  Answer     web01.contoso.com
 *
 * Browsers on Windows then ask for the SPN of the target, unless a policy says otherwise. It proves
 * nothing about a client that is known to ask for the alias. Can be wrong when the lookup was made on
 * a machine with another view of DNS, or a hosts file stands before it.
 * Source: Chromium, http_auth_handler_negotiate.cc; DisableAuthNegotiateCnameLookup.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { isAskedFor, ofTheSite } from './asked-for.ts';

export const alias: Rule = {
  id: 'dns.alias',
  says: 'The name in the URL is an alias, so the client asks for the SPN of the name behind it.',
  needs: ['dnsName'],
  settles: [
    {
      check: 'alias',
      state: 'failed',
      says: 'The name is an alias. Browsers on Windows ask for the SPN of its target; which name a given client asks for depends on the client.',
    },
  ],
  judge: (facts) => {
    const aliases = ofTheSite(facts.all('dnsName'), facts).filter(
      ({ answer }) => answer === 'alias',
    );
    const kept = aliases.filter(({ name }) => isAskedFor(name, facts));
    const [found] = aliases.filter((one) => !kept.includes(one));
    if (!found?.canonical) return kept.length > 0 ? { ruledOut: kept.map(({ at }) => at) } : [];
    const { name, canonical, at } = found;
    return [
      {
        severity: 'warning',
        ...told`${stated(name, at)} is an alias of ${stated(canonical, at)}, so browsers on Windows ask for ${`HTTP/${canonical}`}.`,
        article: 'cname-alias-spn',
        evidence: [at],
        caveat:
          'It depends on the browser: curl keeps the name in the URL, and so do Edge and Chrome with DisableAuthNegotiateCnameLookup.',
        next: [
          run('client', command`klist`),
          run('anywhere', command`setspn -F -Q ${[`HTTP/${canonical}`, 'SPN']}`),
          say('Make the name an A record, so that every client asks for the name in the URL.'),
        ],
      },
    ];
  },
};
