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
import { hasFailed, NAMES_SPN, stepsFor } from './browser-token.ts';

export const tokenFailed: Rule = {
  id: 'netlog.token-failed',
  says: 'Windows made no token for the browser.',
  needs: ['browserToken'],
  settles: NAMES_SPN,
  judge: (facts) => {
    const failed = facts.all('browserToken').find(hasFailed);
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
      next: spn ? stepsFor(spn) : [run('client', command`klist`)],
    };
    return [diagnosis];
  },
};
