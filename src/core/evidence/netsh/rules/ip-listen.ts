/**
 * HTTP.sys listens on some addresses of the server only:
 *
 *     IP addresses present in the IP listen list:
 *         10.0.0.21
 *
 * An empty list means every address.
 */
import type { Rule } from '../../../case/rule.ts';
import { stated, told } from '../../../text/told.ts';

export const ipListen: Rule = {
  id: 'netsh.ip-listen',
  says: 'It is known on which addresses HTTP.sys listens.',
  needs: ['ipListen'],
  judge: (facts) => {
    const [one] = facts.all('ipListen');
    if (!one) return [];
    const { addresses, at } = one;
    return [
      {
        severity: addresses.length > 0 ? 'warning' : 'ok',
        ...(addresses.length > 0
          ? told`IIS answers on ${stated(addresses.slice(0, 5).join(', '), at)} only: no site on this server is reached by another address.`
          : told`IIS answers on every address of the server: its ${stated('IP listen list', at)} is empty.`),
        article: 'collect-server-state',
        evidence: [at],
      },
    ];
  },
};
