/** Answers prompts like a person: after a while, with slips, or not at all. */
import type { Chance } from './chance.ts';
import type { Asked, Identity } from './habits.ts';
import type { Process } from './world.ts';

export interface Temper {
  /** The password that this person believes in is wrong. */
  readonly isMistaken: boolean;
  /** Share of prompts with a slip in the password, and of those that are canceled. */
  readonly slips: number;
  readonly cancels: number;
  /** A password manager fills in. */
  readonly isManaged: boolean;
  /** Refusals before giving up. */
  readonly patience: number;
}

const SHORTEST_MS = 3_000;
const LONGEST_MS = 12 * 60_000;
/** Of the slips, those in the name. */
const MISTYPED = 0.05;

/** With a letter too many in the name, which is then nobody's. */
const misnamed = (identity: Identity): Identity => ({
  ...identity,
  name: `${identity.name}x`,
  typed: identity.typed.replace(identity.name, `${identity.name}x`),
  isMisnamed: true,
});

export class Typist implements Asked {
  readonly #chance: Chance;
  readonly #identity: Identity;
  readonly #temper: Temper;

  constructor(chance: Chance, identity: Identity, temper: Temper) {
    this.#chance = chance;
    this.#identity = identity;
    this.#temper = temper;
  }

  *answer(refusals: number): Process<Identity | undefined> {
    const chance = this.#chance;
    const { isMistaken, slips, cancels, isManaged, patience } = this.#temper;
    const ms = isManaged ? chance.about(5_500, 1.4) : chance.about(17_000, 2.3);
    yield Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms));
    if (refusals >= patience || chance.is(cancels)) return undefined;
    const isSlip = chance.is(slips);
    if (!isMistaken && !isSlip) return this.#identity;
    const wrong = { ...this.#identity, password: 'wrong', hasTickets: false };
    return isSlip && chance.is(MISTYPED) ? misnamed(wrong) : wrong;
  }
}
