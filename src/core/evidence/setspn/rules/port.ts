/**
 * An HTTP SPN was registered with a port.
 *
 *     HTTP/portal.contoso.com:8080
 *
 * Edge, Chrome and Firefox leave the port out by default, so the name without it has to be registered,
 * too. Can be wrong for clients that put the port in: .NET 5, or the policy EnableAuthNegotiatePort.
 */
import type { Rule } from '../../../case/rule.ts';
import { finding, heldSpn, isWeb, listed, lookUp, nameOf, register } from './wording.ts';

const BOTH = 'setspn.port-and-without';
const ONLY = 'The SPN is registered with a port only.';

export const port: Rule = {
  id: 'setspn.port',
  says: ONLY,
  needs: ['spnOwner'],
  settles: [
    { check: 'port', state: 'failed', says: ONLY },
    {
      check: 'port',
      state: 'passed',
      finding: BOTH,
      says: 'The SPN is registered without the port.',
    },
  ],
  judge: (facts) => {
    const all = facts.all('spnOwner').filter(({ spn }) => isWeb(spn) && !spn.realm);
    const plain = new Set(
      all.flatMap(({ spn: { port, host } }) => (port === undefined ? host : [])),
    );
    const ported = all.filter(({ spn }) => spn.port !== undefined && spn.service === 'HTTP');
    const without = ported.filter(({ spn }) => !plain.has(spn.host));
    const shown = without.length > 0 ? without : ported;
    const [owner] = shown;
    if (!owner) return [];
    const isOnly = without.length > 0;
    const what = isOnly ? 'with a port, and not without it' : 'with a port and without it';
    const parts = [
      ...listed(shown.map(heldSpn)),
      ` ${shown.length > 1 ? 'are' : 'is'} registered ${what}. Edge, Chrome and Firefox leave the port out.`,
    ];
    const spn = { service: 'HTTP', host: owner.spn.host };
    return [
      finding(isOnly ? 'warning' : 'info', 'non-default-port-spn', parts, shown, {
        id: isOnly ? port.id : BOTH,
        caveat: isOnly
          ? 'Another account may hold the name without the port. .NET 5 and the policy EnableAuthNegotiatePort put it in.'
          : 'Sites on several ports of one host share one SPN and need one account that decrypts.',
        next: isOnly ? [lookUp(spn), register(spn, nameOf(owner))] : [lookUp(spn)],
      }),
    ];
  },
};
