/**
 * What the Negotiate handler of ASP.NET Core logs of handshakes that end well:
 *
 *     Enabling credential persistence for a complete Kerberos handshake.
 *     Disabling credential persistence for a complete NTLM handshake.
 *
 * Certain. Other handshakes of the same log may have ended otherwise.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';

export const handshake: Rule = {
  id: 'dotnet.handshake',
  says: 'A handshake with ASP.NET Core was completed.',
  needs: ['negotiateHandler'],
  settles: [
    {
      check: 'client-sent',
      state: 'passed',
      article: 'aspnet-core-401',
      says: 'The server completed a Kerberos handshake.',
    },
    {
      check: 'client-sent',
      state: 'failed',
      article: 'ntlm-fallback-reasons',
      says: 'The server completed an NTLM handshake.',
    },
  ],
  judge: (facts) => {
    const done = facts.all('negotiateHandler').filter(({ says }) => says === 'completed');
    const ntlm = done.find(({ protocol }) => protocol === 'NTLM');
    const kerberos = done.find(({ protocol }) => protocol === 'Kerberos');
    const [found] = [ntlm, kerberos].flatMap((one) => one ?? []);
    if (!found) return [];
    const diagnosis: Diagnosis = ntlm
      ? {
          severity: 'info',
          title: 'ASP.NET Core completed a handshake with NTLM, not with Kerberos.',
          article: 'ntlm-fallback-reasons',
          evidence: [ntlm.at],
        }
      : {
          severity: 'ok',
          title: 'ASP.NET Core completed a handshake with Kerberos.',
          article: 'aspnet-core-401',
          evidence: [found.at],
        };
    return [diagnosis];
  },
};
