/**
 * An acceptor that lists the mechanisms of the client's token, with NTLM before Kerberos:
 *
 *     SpNegoToken NegTokenInit: reading Mechanism Oid = 1.3.6.1.4.1.311.2.2.10
 *     SpNegoToken NegTokenInit: reading Mechanism Oid = 1.2.840.113554.1.2.2
 *
 * Certain: the first mechanism is the one whose token is sent along (RFC 4178 4.2.1). Why the client
 * chose it is not in the list.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';

const NTLM = '1.3.6.1.4.1.311.2.2.10';

export const ntlmFirst: Rule = {
  id: 'gss-trace.ntlm-first',
  says: 'The client puts NTLM before Kerberos.',
  needs: ['mechanismList'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      says: 'The server read NTLM as the first mechanism in the token of the client.',
    },
  ],
  judge: (facts) => {
    const lists = facts.all('mechanismList').filter(({ oids: [first] }) => first === NTLM);
    const [list] = lists;
    if (!list) return [];
    const rest = list.oids.length > 1 ? ', before the other mechanisms' : ' and nothing else';
    const spn = facts.all('gssFailure').find((one) => one.spn)?.spn;
    return [
      {
        severity: 'warning',
        title: `The token of the client lists NTLM first${rest}: the client sends NTLM, which Java does not take.`,
        article: 'ntlm-fallback-reasons',
        evidence: lists.map(({ at }) => at).slice(0, 5),
        caveat:
          'A browser on the computer of the server does so, too: Windows takes NTLM for its own names.',
        next: [
          run('client', command`klist get ${[spn && spelled(spn), 'SPN']}`),
          say('Try from a different computer of the domain, by a name that has an SPN.'),
        ],
      },
    ];
  },
};
