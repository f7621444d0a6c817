/**
 * Who got in from one address at one site. An address that several people got in from within a while
 * is a proxy, a gateway or a terminal server: there one row proves nothing about the row before it,
 * unless a name or the connection tells that both are of one person.
 */
import { KeyIndex } from './key-index.ts';
import { grown } from './grown.ts';

/** So many people within so long make an address a shared one. */
const PEOPLE = 4;
const WHILE_MS = 30 * 60_000;
/** People remembered of each party; of more, those seen last. */
const REMEMBERED = 8;
const FIRST_ROOM = 256;
/** Parties remembered; beyond them all are forgotten, and learned again. */
const PARTIES = 200_000;
/** People remembered. */
const SEEN = 200_000;

export class Parties {
  readonly #index = new KeyIndex();
  #people = new Uint32Array(FIRST_ROOM * REMEMBERED);
  #times = new Float64Array(FIRST_ROOM * REMEMBERED);
  #count = 0;
  /** Who got in, by party and person. */
  readonly #seen = new KeyIndex();

  /** A person got in, from the party with this key. */
  note(key: number, person: number, ms: number): void {
    if (person === 0) return;
    const party = this.#partyOf(key);
    if (this.#seen.size >= SEEN) this.#seen.clear();
    this.#seen.set(pairOf(party, person), 1);
    const begin = party * REMEMBERED;
    let slot = begin;
    for (let i = begin; i < begin + REMEMBERED; i++) {
      if (this.#people[i] === person || this.#people[i] === 0) {
        slot = i;
        break;
      }
      if ((this.#times[i] ?? 0) < (this.#times[slot] ?? 0)) slot = i;
    }
    this.#people[slot] = person;
    this.#times[slot] = ms;
  }

  /** Do several people share the address at this time? */
  isShared(key: number, ms: number): boolean {
    const party = this.#index.get(key);
    if (party === 0) return false;
    const begin = party * REMEMBERED;
    let people = 0;
    for (let i = begin; i < begin + REMEMBERED; i++) {
      if (this.#people[i] !== 0 && !(ms - (this.#times[i] ?? 0) > WHILE_MS)) people++;
    }
    return people >= PEOPLE;
  }

  /** Has the person got in from there before? */
  isKnown(key: number, person: number): boolean {
    return this.#seen.get(pairOf(this.#index.get(key), person)) !== 0;
  }

  /** The number of a party, from 1 on; a new one is remembered. */
  #partyOf(key: number): number {
    const known = this.#index.get(key);
    if (known !== 0) return known;
    if (this.#count >= PARTIES) this.#forget();
    const party = ++this.#count;
    if ((party + 1) * REMEMBERED > this.#people.length) {
      this.#people = grown(this.#people);
      this.#times = grown(this.#times);
    }
    this.#index.set(key, party);
    return party;
  }

  #forget(): void {
    this.#index.clear();
    this.#seen.clear();
    this.#people.fill(0);
    this.#count = 0;
  }
}

const pairOf = (party: number, person: number): number => person * 0x1_0000_0000 + party;
