/**
 * A program that sends no credentials:
 *
 *     ... client authentication scheme 'Anonymous'. The authentication header received from the server was 'NTLM'.
 *     + Invoke-WebRequest -Uri http://portal.contoso.com/
 *
 * Certain for WCF, whose binding says so. Of PowerShell the command is repeated; defaults that are set
 * elsewhere ($PSDefaultParameterValues) are not seen.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { isAnonymous, offersOf, type Refused } from './words.ts';

const WCF = 'dotnet.no-credentials';

export const noCredentials: Rule = {
  id: WCF,
  says: 'The program sends no credentials.',
  needs: ['clientRefused'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      article: 'dotnet-httpclient-401',
      says: 'The client was configured to send no credentials.',
    },
    {
      check: 'client-sent',
      state: 'known',
      article: 'client-no-credentials',
      says: 'The command gives no credentials.',
    },
  ],
  judge: (facts) => {
    const [first] = facts.all('clientRefused').filter(isAnonymous);
    if (!first) return [];
    return [first.program === 'wcf' ? ofWcf(first) : ofCommand(first)];
  },
};

function ofWcf(refused: Refused): Diagnosis {
  return {
    severity: 'error',
    title: `The WCF client sends no credentials, and the server offers ${offersOf(refused)}.`,
    article: 'dotnet-httpclient-401',
    evidence: [refused.at],
    next: [
      say(
        'Set clientCredentialType of the transport security in the binding to Windows, or to Ntlm where the server offers NTLM alone; the mode must be Transport or TransportCredentialOnly.',
      ),
    ],
  };
}

function ofCommand({ host, at }: Refused): Diagnosis {
  return {
    severity: 'warning',
    title:
      'The command has neither -UseDefaultCredentials nor -Credential, so PowerShell sends no credentials.',
    article: 'client-no-credentials',
    evidence: [at],
    caveat: 'Only if no default value sets them, and if the command is shown in full.',
    next: [
      run(
        'client',
        command`Invoke-WebRequest http://${[host, 'HOST']}/ -UseDefaultCredentials -UseBasicParsing`,
      ),
    ],
  };
}
