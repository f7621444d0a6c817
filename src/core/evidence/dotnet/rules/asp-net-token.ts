/**
 * The Negotiate handler of ASP.NET Core could not use a token:
 *
 *     System.ComponentModel.Win32Exception (0x80090308): The token supplied to the function is invalid
 *        at ...NegotiateHandler.HandleRequestAsync()
 *
 * Certain that this server refused it. The cause depends on the kind of token, which is not in it.
 */
import { describeWin32 } from '../../../codes/lookup.ts';
import { hex } from '../../../codes/number.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';

const INVALID_TOKEN = 0x80090308;

export const aspNetToken: Rule = {
  id: 'dotnet.token-refused',
  says: 'ASP.NET Core could not use the token of the client.',
  needs: ['negotiateHandler'],
  judge: (facts) =>
    facts
      .all('negotiateHandler')
      .filter(({ says, code }) => says === 'failed' && code !== undefined)
      .slice(0, 1)
      .map(({ code = 0, at }): Diagnosis => {
        const name = describeWin32(code)?.name ?? 'an error of Windows';
        const why =
          code === INVALID_TOKEN
            ? ' A Kerberos ticket is for another account than the one that the application runs as; NTLM messages came over several connections, or the loopback check refused them.'
            : '';
        return {
          severity: 'error',
          title: `ASP.NET Core could not use the token of the client: ${name} (${hex(code)}).${why}`,
          article: 'aspnet-core-401',
          evidence: [at],
          caveat:
            'The first characters of the token tell: YII is Kerberos or a list with it, TlRM is NTLM.',
          next: [
            ...(facts.tokens.length > 0
              ? []
              : [
                  say(
                    'Paste the Authorization header of the request: it tells which of them it is.',
                  ),
                ]),
            run('anywhere', command`setspn -F -Q HTTP/<host name of the URL>`),
          ],
        };
      }),
};
