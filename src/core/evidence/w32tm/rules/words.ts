/** Numbers and names that several rules about clocks share. */
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';

export type Offset = FactOf<'clockOffset'>;

/** Seconds by which clocks may differ by default (maximum tolerance for computer clock synchronization). */
export const TOLERANCE = 300;

/** All offsets, the largest first. */
export function allOffsets(facts: FactBase): Offset[] {
  return facts.all('clockOffset').toSorted((a, b) => Math.abs(b.seconds) - Math.abs(a.seconds));
}

/** Those that were measured just now, the largest first. */
export function measuredOffsets(facts: FactBase): Offset[] {
  return allOffsets(facts).filter(({ by }) => by === 'measured');
}

/** `0.02 s`, `312.5 s`, `1 h 3 min`, without a sign. */
export function inWords(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 1) return `${Number(size.toFixed(3))} s`;
  if (size < 600) return `${Number(size.toFixed(1))} s`;
  const minutes = Math.round(size / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.round(hours / 24)} days`;
}

/** `dc01.contoso.com`, or words for a machine that the paste does not name. */
export function machineOf({ from }: { readonly from?: string }): string {
  return from ?? 'the machine that was asked';
}
