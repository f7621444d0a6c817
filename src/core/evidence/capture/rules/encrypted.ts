/**
 * Connections that a recording of packets holds and nobody can read:
 *
 *     not read: TLS to 10.0.0.5:443 (portal.contoso.com), 2 connections
 *
 * Certain. Kerberos with the domain controller and DNS are readable beside it.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { counted } from '../../../text/counted.ts';

export const encrypted: Rule = {
  id: 'capture.encrypted',
  says: 'The requests are encrypted, so their headers cannot be read in the capture.',
  needs: ['unreadTraffic'],
  judge: (facts) => {
    const found = facts.all('unreadTraffic').filter(({ protocol }) => protocol === 'TLS');
    const [first] = found;
    if (!first) return [];
    const total = found.reduce((sum, { connections }) => sum + connections, 0);
    const names = [...new Set(found.map(({ host, address = '' }) => host ?? address))];
    const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
    const diagnosis: Diagnosis = {
      severity: 'info',
      title: `${counted(total, 'connection')} to ${names.slice(0, 3).join(', ')}${more} ${total === 1 ? 'is' : 'are'} encrypted (TLS): their requests and tokens cannot be read in this capture.`,
      article: 'packet-capture-file',
      evidence: found.map(({ at }) => at).slice(0, 5),
      next: [
        say(
          'Record the same request in the browser (edge://net-export), or export a HAR file with sensitive data: both are written before encryption.',
        ),
        say(
          'Or capture between a proxy that ends TLS and IIS, or at a binding for http on a test site.',
        ),
      ],
    };
    return [diagnosis];
  },
};
