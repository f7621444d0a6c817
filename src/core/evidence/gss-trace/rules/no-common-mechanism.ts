/**
 * An acceptor that has none of the mechanisms in the client's token:
 *
 *     GSS-API major_status:00010000, minor_status:00000000
 *     gss_accept_sec_context() failed: An unsupported mechanism was requested (, Unknown error)
 *
 * Certain that the token was no Kerberos that this server takes. That it was NTLM follows where the
 * server knows Kerberos only, as these modules do unless NTLM was added to them.
 * Source: GSS_S_BAD_MECH, RFC 2744 3.9.1.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';

const BAD_MECH = 1;

export const noCommonMechanism: Rule = {
  id: 'gss-trace.no-common-mechanism',
  says: 'The server takes none of the mechanisms in the token of the client.',
  needs: ['gssFailure'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      says: 'The server found no mechanism in the token that it takes, so it was not its Kerberos.',
    },
  ],
  judge: (facts) => {
    const failures = facts
      .all('gssFailure')
      .filter(({ side, routine }) => side === 'server' && routine === BAD_MECH);
    const [first] = failures;
    if (!first) return [];
    const spn = facts.all('gssFailure').find((one) => one.spn)?.spn;
    return [
      {
        severity: 'error',
        title:
          'The server takes none of the mechanisms in the token of the client: on a server for Kerberos only, the client sent NTLM.',
        article: 'ntlm-fallback-reasons',
        evidence: failures.map(({ at }) => at),
        caveat:
          'A token that begins with TlRM is NTLM; one that begins with YII may list NTLM alone.',
        next: [
          run('client', command`klist get ${[spn && spelled(spn), 'SPN']}`),
          say(
            'Use the site by a name that has an SPN, from a computer of the domain, and with the host on the allow list of the browser.',
          ),
        ],
      },
    ];
  },
};
