/**
 * A domain controller answered the locator:
 *
 *     DC: \\DC01.contoso.com
 *     Flags: PDC GC DS LDAP KDC TIMESERV WRITABLE DNS_DC DNS_DOMAIN DNS_FOREST CLOSE_SITE
 *
 * Without `/force` the answer may be one that Netlogon has kept. UDP 389 answered; TCP 88, which Kerberos
 * needs, is not tested by it.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

export const domainControllerFound: Rule = {
  id: 'nltest.domain-controller-found',
  says: 'The computer finds a domain controller.',
  needs: ['domainController'],
  settles: [
    {
      check: 'domain-controller',
      state: 'passed',
      says: 'The locator found a domain controller for the computer on which the command ran.',
    },
  ],
  judge(facts) {
    const [found] = facts
      .all('domainController')
      .filter(({ seen, flags }) => seen === 'located' && (!flags || flags.includes('KDC')));
    if (!found) return [];
    const { dc, domain, flags, at } = found;
    const isFar = flags !== undefined && !flags.includes('CLOSE_SITE');
    const role = flags?.includes('KDC') === true ? ', a KDC' : '';
    return [
      {
        severity: 'ok',
        ...told`The computer finds the domain controller ${stated(dc, at)}${domain === undefined ? '' : ` of ${domain}`}${role}${isFar ? ', which is not of the closest site' : ''}.`,
        article: 'dc-reachability',
        evidence: [at],
        caveat:
          'Only for the computer on which the command ran. Without /force the answer may be an old one, and TCP 88, which Kerberos needs, is not part of the test.',
        next: [
          run('client', command`nltest /dsgetdc:${[domain, 'DOMAIN']} /force /kdc`),
          run('client', command`Test-NetConnection ${[dc, 'DC']} -Port 88`),
        ],
      },
    ];
  },
};
