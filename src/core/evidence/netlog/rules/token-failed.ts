/**
 * The browser asked Windows for a token, and got none:
 *
 *     AUTH_LIBRARY_INIT_SEC_CTX  begin {"spn":"HTTP/portal.contoso.com"}
 *                                end   {"status":{"net_error":-342,"security_status":-2146893053}}
 *
 * Certain about the name and the code. The name is the one that the browser formed, after aliases.
 * Source: Chromium, net/http/http_auth_sspi_win.cc.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { describeWin32 } from '../../../codes/lookup.ts';
import { hex } from '../../../codes/number.ts';
import { run } from '../../../contract/step.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

/** The bit of an error: SEC_I_CONTINUE_NEEDED has none. */
const ERROR = 0x80000000;

export const tokenFailed: Rule = {
  id: 'netlog.token-failed',
  says: 'Windows made no token for the browser.',
  needs: ['browserToken'],
  settles: [
    {
      check: 'requested-name',
      state: 'known',
      says: "The browser's own log names the SPN that it asked for.",
    },
  ],
  judge: (facts) => {
    const failed = facts
      .all('browserToken')
      .find(({ code = 0, error }) => code >= ERROR || error !== undefined);
    if (!failed) return [];
    const { spn, code, error, at } = failed;
    const row = code === undefined ? undefined : describeWin32(code);
    const name = row?.name ?? (code === undefined ? 'no token' : hex(code));
    const asked = spn ? spelled(spn) : 'the server';
    const meaning = row === undefined ? '' : ` ${row.meaning}`;
    const diagnosis: Diagnosis = {
      severity: 'error',
      ...told`The browser asked Windows for a token for ${stated(asked, at)} and got ${stated(name, at)}${error === undefined ? '' : ` (${error})`}.${meaning}`,
      article: row?.article ?? 'ntlm-fallback-reasons',
      evidence: [at],
      next: spn
        ? [
            run('client', command`klist get ${[spelled(spn), 'SPN']}`),
            run('anywhere', command`setspn -F -Q ${[spelled(spn), 'SPN']}`),
          ]
        : [run('client', command`klist`)],
    };
    return [diagnosis];
  },
};
