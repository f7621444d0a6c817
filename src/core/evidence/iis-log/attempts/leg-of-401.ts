/** Which step of an attempt a 401 is, by its substatus and Win32 status. */
import { causeOf } from './win32-causes.ts';
import type { Step } from './attempt-step.ts';

export type Leg =
  /** 401.2: no credentials came with the request; the answer offers the schemes. */
  | 'challenge'
  /** 401.1 with 2148074254 (IIS 6: 0): the server's half of a handshake that goes on. */
  | 'handshake'
  /** 401.1 with any other code: the logon failed. */
  | 'refusal'
  /** 401.3: logged on, and the ACL says no. */
  | 'access'
  /** 401.0 and substatuses that only applications set. */
  | 'application'
  /** 401.4, 401.5, 401.7, 401.501 to .504. */
  | 'other'
  /** A 401 in a format that has no substatus. */
  | 'plain';

const BY_SUBSTATUS: Readonly<Record<number, Leg>> = {
  0: 'application',
  2: 'challenge',
  3: 'access',
  4: 'other',
  5: 'other',
  7: 'other',
  501: 'other',
  502: 'other',
  503: 'other',
  504: 'other',
};

/**
 * The step that a 401 is. `before` is the last step of the client's newest attempt: IIS native rows
 * have only the Win32 status, and 0 is the middle leg only after a challenge.
 */
export function legOf(row: Step, before?: Leg): Leg {
  const cause = row.win32 === undefined ? undefined : causeOf(row.win32);
  if (row.substatus === 1) {
    // IIS 6 writes 0 for the middle leg and for failures; only a failure has a user name.
    if (row.win32 === 0 && row.user) return 'refusal';
    return cause === 'handshake' || row.win32 === undefined ? 'handshake' : 'refusal';
  }
  if (row.substatus !== undefined) return BY_SUBSTATUS[row.substatus] ?? 'application';
  if (row.win32 === undefined || row.format === 'ncsa') return 'plain';
  if (row.win32 === 0) return before === 'challenge' ? 'handshake' : 'plain';
  if (cause === 'handshake' || row.win32 === 5) return 'challenge';
  return cause ? 'refusal' : 'plain';
}
