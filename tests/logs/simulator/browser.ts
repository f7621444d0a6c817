/**
 * A program that fetches over HTTP and logs on when it is asked: a browser with six connections for
 * each host, or something simpler with one.
 */
import type { Outcome } from '../../../src/core/contract/decoded.ts';
import type { Chance } from './chance.ts';
import type { Answer, Credentials, Request } from './iis.ts';
import type { Link, Network } from './network.ts';
import { Pool } from './pool.ts';
import type { Resource, Site } from './site.ts';
import { Visit } from './visit.ts';
import type { Process, World } from './world.ts';

/** With what somebody logs on. */
export interface Identity {
  readonly name: string;
  /** The name as it was typed: only Basic sends it like that. */
  readonly typed: string;
  readonly password: string;
}

/** Who sits in front of it; a program without a person has none. */
export interface Asked {
  /** Gives a password after a while; undefined when the prompt is canceled. */
  answer(refusals: number): Process<Identity | undefined>;
}

export interface Habits {
  readonly agent: string;
  readonly version: string;
  readonly connections: number;
  /** What Windows logs on with unasked, if the browser does that for the site. */
  readonly ambient?: Identity | undefined;
  /** Has tickets for the sites. */
  readonly hasTickets: boolean;
  /** Win32 code of what is wrong with its tickets. */
  readonly fault: number;
  /** Sends channel bindings that match. */
  readonly isBound: boolean;
  /** Sends a token before it is asked: WinINet where it was asked once, Office always. */
  readonly eager: 'never' | 'later' | 'always';
  /** It gives up after so many prompts; Internet Explorer after three. */
  readonly prompts: number;
  /** Share of handshakes that it leaves half way. */
  readonly leaves: number;
  /** Cannot speak the scheme, or may not: a challenge is the end. */
  readonly isMute: boolean;
}

export interface Wanted {
  readonly resource: Resource;
  readonly method?: string;
  readonly query?: string;
  readonly referer?: string;
  readonly isCached?: boolean;
  readonly holdMs?: number;
  /** What an attempt is called that does not succeed, where codes alone do not tell. */
  readonly known?: Outcome;
}

/** A connection is lost between two legs. */
const LOST = 0.003;
/** No domain controller near: the ticket is asked for in vain, for so many milliseconds. */
const NO_TICKET = 0.002;
const NO_TICKET_MS = 7_000;

interface Tried {
  readonly answer: Answer;
  readonly link: Link;
  /** The client went away. */
  readonly isOver?: boolean;
}

export class Browser {
  readonly habits: Habits;
  readonly #actor: string;
  readonly #world: World;
  readonly #chance: Chance;
  readonly #network: Network;
  readonly #asked: Asked | undefined;
  readonly #pools = new Map<Site, Pool>();
  readonly #visits: Visit[];

  constructor(
    parts: { actor: string; world: World; chance: Chance; network: Network; visits: Visit[] },
    habits: Habits,
    asked?: Asked,
  ) {
    this.habits = habits;
    this.#actor = parts.actor;
    this.#world = parts.world;
    this.#chance = parts.chance;
    this.#network = parts.network;
    this.#visits = parts.visits;
    this.#asked = asked;
  }

  /** Closes all connections and forgets the passwords that were typed. */
  quit(): void {
    this.#pools.clear();
  }

  /** Fetches a resource, and returns the last answer. */
  *fetch(site: Site, wanted: Wanted): Process<Answer> {
    const { resource, method = resource.method ?? 'GET' } = wanted;
    const { stem } = resource;
    const begin = this.#world.now;
    const known = wanted.known && { known: wanted.known };
    const visit = new Visit({ actor: this.#actor, site, method, stem, begin, ...known });
    this.#visits.push(visit);
    const pool = this.#poolOf(site);
    const { agent, version } = this.habits;
    const request: Request = {
      ...{ resource, method, query: wanted.query ?? '', agent, version },
      ...{ referer: wanted.referer ?? '', isCached: wanted.isCached ?? false },
      ...(wanted.holdMs !== undefined && { holdMs: wanted.holdMs }),
    };
    const link = yield* pool.take(() => this.#network.open(site));
    const tried = yield* this.#enter({ pool, visit, request }, link);
    pool.give(tried.link);
    visit.end = this.#world.now;
    return tried.answer;
  }

  *#enter(to: Going, first: Link): Process<Tried> {
    const { pool, visit } = to;
    let tried = yield* this.#begin(to, first);
    let isAmbientTried = tried.isAmbient;
    let refusals = 0;
    while (isAsking(tried.answer) && !tried.isOver && !this.habits.isMute) {
      const isRefused = tried.answer.refused !== 'challenge';
      if (isRefused) {
        refusals++;
        pool.identity = undefined;
      }
      const { ambient } = this.habits;
      const isAmbient = !isAmbientTried && !pool.isAmbientBad && ambient !== undefined;
      if (isRefused && isAmbientTried) pool.isAmbientBad = true;
      let identity = pool.identity ?? (isAmbient ? ambient : undefined);
      if (!identity) {
        if (!this.#asked || refusals >= this.habits.prompts) break;
        identity = yield* pool.prompt(this.#world, this.#asked, refusals);
        if (!identity) break;
        visit.events.push({ kind: 'answered' });
      }
      isAmbientTried ||= isAmbient;
      const link = tried.link.isClosed() ? this.#reopen(to, tried.link) : tried.link;
      tried = { ...(yield* this.#logon(to, link, identity)), isAmbient };
      if (!isAsking(tried.answer)) pool.identity = identity;
    }
    return tried;
  }

  /** The first request: bare, or with what worked before. */
  *#begin(to: Going, link: Link): Process<Tried & { isAmbient: boolean }> {
    const { pool } = to;
    const { eager, ambient } = this.habits;
    const known = pool.identity ?? (eager === 'always' && !pool.isAmbientBad ? ambient : undefined);
    const isBasic = pool.site.scheme === 'basic';
    if (known && !link.isLoggedOn && (isBasic || eager !== 'never')) {
      const tried = yield* this.#logon(to, link, known);
      if (!isAsking(tried.answer)) pool.identity = known;
      return { ...tried, isAmbient: known === ambient };
    }
    const answer = yield* this.#send(to, link);
    if (!this.#fallsBack(to, answer)) return { answer, link, isAmbient: false };
    pool.isHttp1 = true;
    const next = this.#reopen(to, link);
    return { answer: yield* this.#send(to, next), link: next, isAmbient: false };
  }

  /** NTLM needs HTTP/1.1: a browser that came with HTTP/2 begins again, once for each site. */
  #fallsBack({ pool }: Going, answer: Answer): boolean {
    const { version, hasTickets } = this.habits;
    return (
      version === 'HTTP/2.0' &&
      answer.refused === 'challenge' &&
      pool.site.scheme === 'windows' &&
      !hasTickets &&
      !pool.isHttp1
    );
  }

  *#logon(to: Going, link: Link, identity: Identity): Process<Tried> {
    const { name, typed, password } = identity;
    const { hasTickets, isBound, fault, leaves } = this.habits;
    if (to.pool.site.scheme === 'basic') {
      const answer = yield* this.#send(to, link, { kind: 'basic', name, typed, password });
      return { answer, link };
    }
    if (hasTickets) {
      const token = { kind: 'kerberos', name, password, isBound, fault } as const;
      return { answer: yield* this.#send(to, link, token), link };
    }
    if (this.#chance.is(NO_TICKET)) yield this.#chance.about(NO_TICKET_MS, 1.4);
    const begun = yield* this.#send(to, link, { kind: 'ntlm-1' });
    if (begun.refused !== 'handshake') return { answer: begun, link };
    if (this.#chance.is(leaves)) return { answer: begun, link, isOver: true };
    if (this.#chance.is(LOST)) return yield* this.#again(to, link, identity);
    const token = { kind: 'ntlm-3', name, password, isBound } as const;
    const answer = yield* this.#send(to, link, token);
    if (!answer.refused) link.isLoggedOn = true;
    return { answer, link };
  }

  /** The connection was lost between two legs: all over again on a new one. */
  *#again(to: Going, lost: Link, identity: Identity): Process<Tried> {
    const link = this.#reopen(to, lost);
    yield this.#chance.about(200);
    const answer = yield* this.#send(to, link);
    return answer.refused === 'challenge'
      ? yield* this.#logon(to, link, identity)
      : { answer, link };
  }

  #reopen({ pool }: Going, old: Link): Link {
    return pool.replace(old, this.#network.open(pool.site));
  }

  *#send({ pool, visit, request }: Going, link: Link, credentials?: Credentials): Process<Answer> {
    const version = pool.isHttp1 ? 'HTTP/1.1' : request.version;
    const answer = yield* link.send({ ...request, version, credentials });
    const { row, refused } = answer;
    visit.events.push(refused ? { kind: 'refused', row, refused } : { kind: 'in', row });
    return answer;
  }

  #poolOf(site: Site): Pool {
    const known = this.#pools.get(site);
    if (known) return known;
    const pool = new Pool(site, this.#world, this.habits.connections);
    this.#pools.set(site, pool);
    return pool;
  }
}

/** Where one fetch goes. */
interface Going {
  readonly pool: Pool;
  readonly visit: Visit;
  readonly request: Request;
}

/** Answers after which a browser tries to log on, with something else if need be. */
const isAsking = ({ refused }: Answer): boolean =>
  refused === 'challenge' || refused === 'logon' || refused === 'acl';
