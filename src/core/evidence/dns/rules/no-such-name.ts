/**
 * The resolver says that the name does not exist:
 *
 *     *** dc01.contoso.com can't find portal.contoso.com: Non-existent domain
 *     Resolve-DnsName : portal.contoso.com : DNS name does not exist
 *
 * Can be wrong where the name is in a hosts file, which these tools do not read, or where another
 * resolver knows it: on the corporate network, or over VPN.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { ofTheSite } from './asked-for.ts';

export const noSuchName: Rule = {
  id: 'dns.no-such-name',
  says: 'DNS does not know the name.',
  needs: ['dnsName'],
  judge: (facts) => {
    const names = ofTheSite(facts.all('dnsName'), facts);
    const missing = names.filter(({ answer }) => answer === 'missing');
    const [first] = missing.filter(
      ({ name }) => !names.some((other) => other.name === name && other.answer !== 'missing'),
    );
    if (!first) return [];
    return [
      {
        severity: 'warning',
        ...told`DNS has no name ${stated(first.name, first.at)}.`,
        article: 'expected-spn',
        evidence: [first.at],
        caveat:
          'A hosts file may hold the name, and another resolver may know it, such as the one used over VPN.',
        next: [
          run('client', command`Resolve-DnsName ${[first.name, 'NAME']}`),
          say(
            'Compare the spelling with the host name in the URL, and repeat the lookup on a client that reaches the site.',
          ),
        ],
      },
    ];
  },
};
