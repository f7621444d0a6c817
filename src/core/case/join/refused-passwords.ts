/** Where the evidence says that a name or password was refused. */
import { codeOf, LOGON_FAILURE } from '../../evidence/event/rules/logon-statuses.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { Span } from '../../facts/span.ts';

export interface RefusedPassword {
  readonly at: Span;
  /** Begins a sentence: `Passwords that the log shows as refused`. */
  readonly says: string;
}

/** STATUS_WRONG_PASSWORD, STATUS_NO_SUCH_USER, and the status that sums both up. */
const NTSTATUS = new Set([0xc000006a, 0xc0000064, LOGON_FAILURE]);
/** SEC_E_LOGON_DENIED, ERROR_LOGON_FAILURE. */
const WIN32 = new Set([0x8009030c, 1326]);
const SHOWN = 5;

export function refusedPasswords(facts: FactBase): RefusedPassword[] {
  const rows = (facts.log?.entries ?? [])
    .filter(({ status, win32 }) => status === 401 && WIN32.has(win32 ?? 0))
    .map(({ at }) => ({ at, says: 'Passwords that the log shows as refused' }));
  const logons = facts
    .all('logonFailed')
    .filter((one) => NTSTATUS.has(codeOf(one) ?? 0))
    .map(({ at, event }) => ({ at, says: `Passwords that event ${event} shows as refused` }));
  return [...rows.slice(0, SHOWN), ...logons.slice(0, SHOWN)];
}
