/** SPNs and accounts among the values of facts, whatever kind of fact has them. */
import type { Fact } from '../facts/fact.ts';
import type { Account, Spn } from '../facts/names.ts';

/** Does the case have events, or names to look for in events? */
export const asksEvents = (facts: readonly Fact[]): boolean =>
  facts.some(
    (fact) =>
      fact.kind === 'event' || valuesOf(fact).some((value) => isSpn(value) || isAccount(value)),
  );

/** The values of a fact, those of its lists included. */
export const valuesOf = (fact: Fact): unknown[] => Object.values(fact).flat(1);

export const isSpn = (value: unknown): value is Spn =>
  typeof value === 'object' && value !== null && 'service' in value && 'host' in value;

export const isAccount = (value: unknown): value is Account =>
  typeof value === 'object' && value !== null && 'written' in value && 'form' in value;
