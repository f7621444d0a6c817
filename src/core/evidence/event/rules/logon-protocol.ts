/** Which protocol a network logon used. */
import type { LogonFields } from '../../../facts/event-facts.ts';

const NETWORK = 3;

/**
 * `Kerberos` or `NTLM` of a network logon; undefined where the event does not tell. Negotiate names only
 * who chose; the logon process, or the version of NTLM, tells what was chosen.
 */
export function protocolOf({
  logonType,
  package: name = '',
  lmPackage,
  logonProcess = '',
}: LogonFields): 'Kerberos' | 'NTLM' | undefined {
  if (logonType !== NETWORK) return undefined;
  if (/^NTLM/i.test(lmPackage ?? '') || /^NTLM$/i.test(name) || /^NtLmSsp/i.test(logonProcess)) {
    return 'NTLM';
  }
  return /^Kerberos$/i.test(name) || /^Kerberos/i.test(logonProcess) ? 'Kerberos' : undefined;
}
