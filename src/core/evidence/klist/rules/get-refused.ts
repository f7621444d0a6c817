/**
 * `klist get` got no ticket, and the code says why:
 *
 *     C:\>klist get HTTP/portal.contoso.com
 *     klist failed with 0xc000018b/-1073741429: The SAM database on the Windows Server does not ...
 *
 * The code is certain; the cause is the usual one. For a service other than a web site the answer does
 * not settle what the KDC would say about the site.
 */
import type { Rule, Settles } from '../../../case/rule.ts';
import { spelled } from '../../../facts/names.ts';
import { stated, told } from '../../../text/told.ts';
import { refusalOf } from './refusals.ts';

const OTHER_SERVICE = 'klist.get-refused-other-service';
/** HOST/ names stand for HTTP/ ones of the same computer. */
const WEB = new Set(['HTTP', 'HOST']);

const CLIENT_SIDE: readonly Omit<Settles, 'finding'>[] = [
  {
    check: 'domain-controller',
    article: 'dc-reachability',
    state: 'failed',
    says: 'klist got no ticket because the client reached no domain controller.',
  },
  {
    check: 'clocks',
    article: 'clock-skew',
    state: 'failed',
    says: 'klist got no ticket because the clocks differ too much.',
  },
];

export const getRefused: Rule = {
  id: 'klist.get-refused',
  says: 'The client asked for a ticket and got none.',
  needs: ['ticketRefused'],
  settles: [
    {
      check: 'ticket-issued',
      article: 'spn-missing',
      state: 'failed',
      says: 'The KDC finds no account for the SPN that klist asked for.',
    },
    {
      check: 'ticket-issued',
      article: 'rc4-disabled-etype',
      state: 'failed',
      says: 'The KDC issued no ticket, as there is no encryption type in common.',
    },
    {
      check: 'encryption-type',
      article: 'rc4-disabled-etype',
      state: 'failed',
      says: 'klist got no ticket because there is no encryption type in common.',
    },
    ...CLIENT_SIDE,
    ...CLIENT_SIDE.map((settles) => ({ ...settles, finding: OTHER_SERVICE })),
  ],
  judge(facts) {
    const refused = facts.all('ticketRefused').filter(({ told: by }) => by === 'klist');
    return refused.slice(0, 5).map(({ at, spn, code, name }) => {
      const { article, severity, why, caveat, next } = refusalOf(code);
      const asked = spn && spelled(spn);
      const hex = `0x${code.toString(16).toUpperCase()}`;
      return {
        ...(spn && !WEB.has(spn.service) && { id: OTHER_SERVICE }),
        severity,
        ...told`klist got no ticket${asked === undefined ? '' : ` for ${asked}`}: ${why} (${stated(hex, at)}${name === undefined ? '' : `, ${name}`}).`,
        article,
        evidence: [at],
        ...(caveat !== undefined && { caveat }),
        next: next([asked, 'SPN']),
      };
    });
  },
};
