/** Which step of an attempt a 401 is, by its substatus and Win32 status. */
import { causeOf } from './win32-causes.ts';
import type { RowNumbers } from './row-numbers.ts';

export const Leg = {
  /** 401.2: no credentials came with the request; the answer offers the schemes. */
  challenge: 0,
  /** 401.1 with 2148074254 (IIS 6: 0): the server's half of a handshake that goes on. */
  handshake: 1,
  /** 401.1 with any other code: the logon failed. */
  refusal: 2,
  /** 401.3: logged on, and the ACL says no. */
  access: 3,
  /** 401.0 and substatuses that only applications set. */
  application: 4,
  /** 401.4, 401.5, 401.7, 401.501 to .504. */
  other: 5,
  /** A 401 in a format that has no substatus. */
  plain: 6,
} as const;

export type Leg = (typeof Leg)[keyof typeof Leg];

const BY_SUBSTATUS = new Map<number, Leg>([
  [2, Leg.challenge],
  [3, Leg.access],
  ...[4, 5, 7, 501, 502, 503, 504].map((substatus) => [substatus, Leg.other] as const),
]);

/**
 * The step that a 401 is. `before` is the last step of the visitor's newest attempt: IIS native rows
 * have only the Win32 status, and 0 is the middle leg only after a challenge.
 */
export function legOf(
  { substatus, win32, person, isNcsa }: RowNumbers,
  before: Leg | undefined,
): Leg {
  if (substatus === 1) {
    // IIS 6 writes 0 for the middle leg and for failures; only a failure has a user name.
    if (win32 === 0 && person > 0) return Leg.refusal;
    return win32 < 0 || causeOf(win32) === 'handshake' ? Leg.handshake : Leg.refusal;
  }
  if (substatus >= 0) return BY_SUBSTATUS.get(substatus) ?? Leg.application;
  if (win32 < 0 || isNcsa) return Leg.plain;
  if (win32 === 0) return before === Leg.challenge ? Leg.handshake : Leg.plain;
  const cause = causeOf(win32);
  if (cause === 'handshake' || win32 === 5) return Leg.challenge;
  return cause ? Leg.refusal : Leg.plain;
}
