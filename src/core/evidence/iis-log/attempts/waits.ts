/** How long who waits for what, in milliseconds. */
import type { RowNumbers } from './row-numbers.ts';

/** Legs of one handshake follow each other within this; people take longer to type. */
export const PROGRAM_MS = 3_000;
/** The same where the log has no time-taken: for the first leg, and for the last, which may wait long. */
const UNTIMED_MS = 5_000;
const SLOW_MS = 120_000;
/** A person who is asked for a password answers within this. */
export const PERSON_MS = 15 * 60_000;
/** Clocks show whole seconds, and rows of one second may change places. */
export const CLOCK_MS = 1_500;
/** Whoever fails at a proxy tries again within this. */
export const SOON_MS = 60_000;
/** Behind a shared address, two refusals without a name are of one person within this. */
export const NAMELESS_MS = 8 * 60_000;

export const programMs = ({ isStartUnknown }: RowNumbers): number =>
  isStartUnknown ? UNTIMED_MS : PROGRAM_MS;

/** Nobody is asked between the server's challenge and the client's answer to it. */
export const finalMs = ({ isStartUnknown }: RowNumbers): number =>
  isStartUnknown ? SLOW_MS : PROGRAM_MS;
