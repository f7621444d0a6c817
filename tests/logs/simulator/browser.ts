/**
 * A program that fetches over HTTP and logs on when it is asked: a browser with six connections to
 * each host, or something simpler with one.
 */
import type { Chance } from './chance.ts';
import type { Asked, Habits, Identity, Wanted } from './habits.ts';
import { type Going, Logon, type Tried } from './logon.ts';
import type { Link, Network } from './network.ts';
import { Pool } from './pool.ts';
import type { Answer } from './request.ts';
import type { Site } from './site.ts';
import { Visit } from './visit.ts';
import type { Process, World } from './world.ts';

export interface Parts {
  /** The person or program, with its device. */
  readonly actor: string;
  readonly world: World;
  readonly chance: Chance;
  readonly network: Network;
  /** Where visits are taken down. */
  readonly visits: Visit[];
}

/** Programs may need as long as this, and clocks show whole seconds. */
const QUICK_MS = 6_000;

export class Browser {
  readonly #parts: Parts;
  readonly #habits: Habits;
  readonly #asked: Asked | undefined;
  readonly #logon: Logon;
  readonly #pools = new Map<Site, Pool>();

  constructor(parts: Parts, habits: Habits, asked?: Asked) {
    this.#parts = parts;
    this.#habits = habits;
    this.#asked = asked;
    this.#logon = new Logon(parts.chance, habits);
  }

  /** Closes all connections and forgets the passwords that were typed. */
  quit(): void {
    this.#pools.clear();
  }

  /** Fetches a resource, and returns the last answer. */
  *fetch(site: Site, wanted: Wanted): Process<Answer> {
    const { actor, world, network, visits } = this.#parts;
    const { resource, method = resource.method ?? 'GET', query = '', referer = '' } = wanted;
    const { isCached = false, holdMs = 0, known } = wanted;
    const { agent, version } = this.#habits;
    const { stem } = resource;
    const visit = new Visit({ actor, site, method, stem, begin: world.now, known });
    visits.push(visit);
    const request = { resource, method, query, referer, agent, version, isCached, holdMs };
    const pool = this.#poolOf(site);
    const link = yield* pool.take(() => network.open(site));
    const open = (old: Link) => pool.replace(old, network.open(site));
    const tried = yield* this.#enter({ pool, visit, request, open }, link);
    pool.give(tried.link);
    visit.end = world.now;
    return tried.answer;
  }

  /** Sends the request until it is answered, or nothing is left to log on with. */
  *#enter(to: Going, first: Link): Process<Tried> {
    const { pool } = to;
    let tried = yield* this.#logon.begin(to, first);
    let isAmbientTried = tried.isAmbient;
    let refusals = 0;
    while (isAsking(tried.answer) && !tried.isOver && !this.#habits.isMute) {
      if (tried.answer.refused !== 'challenge') {
        refusals++;
        pool.identity = undefined;
      }
      const known = pool.identity ?? (isAmbientTried ? undefined : this.#habits.ambient);
      const identity = known ?? (yield* this.#ask(to, refusals));
      if (!identity) break;
      const isAmbient = identity === this.#habits.ambient;
      isAmbientTried ||= isAmbient;
      const link = tried.link.isClosed() ? to.open(tried.link) : tried.link;
      tried = { ...(yield* this.#logon.go(to, link, identity)), isAmbient };
      if (!isAsking(tried.answer)) pool.identity = identity;
    }
    return tried;
  }

  *#ask({ pool, visit }: Going, refusals: number): Process<Identity | undefined> {
    if (!this.#asked || refusals >= this.#habits.prompts) return undefined;
    const { world } = this.#parts;
    const begin = world.now;
    const identity = yield* pool.prompt(this.#asked, refusals);
    if (!identity) return undefined;
    visit.events.push({ kind: 'answered' });
    if (identity.isMisnamed && pool.site.scheme === 'basic') visit.odd.add('other-name');
    if (world.now - begin < QUICK_MS && refusals === 0) visit.odd.add('quick-prompt');
    return identity;
  }

  #poolOf(site: Site): Pool {
    const known = this.#pools.get(site);
    if (known) return known;
    const pool = new Pool(site, this.#parts.world, this.#habits.connections);
    this.#pools.set(site, pool);
    return pool;
  }
}

/** Answers after which a browser tries to log on, with something else if need be. */
const isAsking = ({ refused }: Answer): boolean =>
  refused === 'challenge' || refused === 'logon' || refused === 'acl';
