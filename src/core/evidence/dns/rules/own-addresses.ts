/**
 * The addresses of a computer are known, and nothing to compare them with:
 *
 *     IPv4 Address. . . . . . . . . . . : 10.0.0.21(Preferred)
 *
 * With the row of the 401 they show whether client and server are one computer. Which computer the command ran on is
 * not in it.
 */
import type { Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { stated, told } from '../../../text/told.ts';

export const ownAddresses: Rule = {
  id: 'dns.own-addresses',
  says: 'The addresses of a computer are known.',
  needs: ['ownAddress'],
  settles: [
    {
      check: 'two-machines',
      state: 'known',
      says: 'The addresses of one computer are known. Compare them with the c-ip of the row.',
    },
  ],
  judge: (facts) => {
    const all = facts.all('ownAddress');
    const [first] = all.filter(({ address }) => !/^(?:fe80|169\.254)/i.test(address));
    if (!first || facts.has('log')) return [];
    const { address, host, at } = first;
    return [
      {
        severity: 'info',
        ...told`${host ?? 'This computer'} has the address ${stated(address, at)}${all.length > 1 ? ` and ${all.length - 1} more` : ''}.`,
        article: 'loopback-check',
        evidence: all.map((one) => one.at),
        caveat: 'It shows something only together with the row of the 401: its c-ip is the client.',
        next: [say('Add the row of the 401 from the IIS log, with c-ip and s-ip.')],
      },
    ];
  },
};
