/** When what a logon that failed says is wrong about the site. */
import type { FactOf } from '../../../facts/fact.ts';
import { codeOf, LOGON_FAILURE } from './logon-statuses.ts';

/** STATUS_BAD_BINDINGS */
const BAD_BINDINGS = 0xc000035b;

const TYPES: Readonly<Record<number, string>> = {
  2: 'at the console, or of a program that logs a user on',
  4: 'of a batch job, such as an application pool or a task',
  5: 'of a service',
  7: 'that unlocks a computer',
  10: 'over Remote Desktop',
  11: 'with cached credentials',
};

export function caveatOf(failed: FactOf<'logonFailed'>): { caveat?: string } {
  const { logonType, status, subStatus, package: name } = failed;
  const type = logonType === undefined ? undefined : TYPES[logonType];
  if (type !== undefined) {
    return {
      caveat: `Logon type ${String(logonType)} is a logon ${type}; a request with Windows authentication is type 3.`,
    };
  }
  if (codeOf(failed) === BAD_BINDINGS) {
    return {
      caveat:
        'A client that sends no channel binding is refused in the same way where Extended Protection is required.',
    };
  }
  if (status === LOGON_FAILURE && subStatus === 0 && name === 'NTLM') {
    return {
      caveat:
        'Without a sub status the loopback check does the same: look whether client and server are one computer.',
    };
  }
  return {};
}
