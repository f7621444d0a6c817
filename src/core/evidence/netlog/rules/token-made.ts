/**
 * The name that the browser asked Windows for, and what Windows chose for it:
 *
 *     AUTH_LIBRARY_INIT_SEC_CTX  begin {"spn":"HTTP/portal.contoso.com"}
 *                                end   {"context":{"mechanism":"NTLM"},"status":{"security_status":590610}}
 *
 * Certain about both. Why Windows chose NTLM is not in the log.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { spelled } from '../../../facts/names.ts';
import { stated, told } from '../../../text/told.ts';
import { hasFailed, NAMES_SPN, stepsFor } from './browser-token.ts';

export const tokenMade: Rule = {
  id: 'netlog.token-made',
  says: 'The browser got a token from Windows.',
  needs: ['browserToken'],
  settles: NAMES_SPN,
  judge: (facts) => {
    const made = facts.all('browserToken').filter((one) => one.spn && !hasFailed(one));
    const found = made.find(({ mechanism }) => mechanism !== undefined) ?? made[0];
    if (!found?.spn) return [];
    const { spn, mechanism, delegates, at } = found;
    const isNtlm = mechanism?.toUpperCase() === 'NTLM';
    const chose = mechanism === undefined ? '' : `, and Windows chose ${mechanism}`;
    const more = delegates === true ? ' The logon may be passed on (delegation).' : '';
    const diagnosis: Diagnosis = {
      severity: isNtlm ? 'warning' : 'info',
      ...told`The browser asked for a token for ${stated(spelled(spn), at)}${chose}.${more}`,
      article: isNtlm ? 'ntlm-fallback-reasons' : 'expected-spn',
      evidence: [at],
      ...(isNtlm && { caveat: 'Why Windows did not use Kerberos is not in the log.' }),
      next: stepsFor(spn),
    };
    return [diagnosis];
  },
};
