/** The legs of a logon as a client sends them. */
import type { Chance } from './chance.ts';
import type { Habits, Identity } from './habits.ts';
import type { Link } from './network.ts';
import type { Pool } from './pool.ts';
import type { Answer, Credentials, Request } from './request.ts';
import type { Site } from './site.ts';
import type { Visit } from './visit.ts';
import type { Process } from './world.ts';

/** One fetch under way. */
export interface Going {
  readonly pool: Pool;
  readonly visit: Visit;
  readonly request: Request;
  /** Puts a new connection in the place of an old one. */
  readonly open: (old: Link) => Link;
}

export interface Tried {
  readonly answer: Answer;
  readonly link: Link;
  /** What Windows offers was tried. */
  readonly isAmbient: boolean;
  /** The client went away. */
  readonly isOver?: boolean;
}

/** A connection is lost between two legs. */
const LOST = 0.002;
/** Of the clients that go away, those that close the connection before the answer has arrived. */
const CUT = 0.3;
/** No domain controller is near: a ticket is asked for in vain, for so many milliseconds. */
const NO_TICKET = 0.001;
const NO_TICKET_MS = 7_000;

export class Logon {
  readonly #chance: Chance;
  readonly #habits: Habits;
  /** Sites where HTTP/2 was given up, for good. */
  readonly #http1 = new Set<Site>();

  constructor(chance: Chance, habits: Habits) {
    this.#chance = chance;
    this.#habits = habits;
  }

  /** The first request: bare, or with what worked before. */
  *begin(to: Going, link: Link): Process<Tried> {
    const { pool } = to;
    const { eager, ambient } = this.#habits;
    const known = pool.identity ?? (eager === 'always' ? ambient : undefined);
    const isBasic = pool.site.scheme === 'basic';
    if (known && !link.isLoggedOn && (isBasic || eager !== 'never')) {
      const tried = yield* this.go(to, link, known);
      if (!tried.answer.refused) pool.identity = known;
      return { ...tried, isAmbient: known === ambient };
    }
    const isLeaving = this.#chance.is(this.#habits.leaves);
    const answer = yield* this.#send(to, link, undefined, isLeaving);
    if (isLeaving || !this.#fallsBack(to, answer)) {
      return { answer, link, isAmbient: false, isOver: isLeaving };
    }
    this.#http1.add(pool.site);
    to.visit.odd.add('http-2');
    const next = to.open(link);
    return { answer: yield* this.#send(to, next), link: next, isAmbient: false };
  }

  /** Logs on with an identity: one request, or two for NTLM. */
  *go(to: Going, link: Link, identity: Identity): Process<Tried> {
    const { name, typed, password } = identity;
    const { usesTickets, isBound, fault } = this.#habits;
    const once = (answer: Answer): Tried => ({ answer, link, isAmbient: false });
    if (to.pool.site.scheme === 'basic') {
      return once(yield* this.#send(to, link, { kind: 'basic', name, typed, password }));
    }
    if (usesTickets && identity.hasTickets) {
      return once(yield* this.#send(to, link, { kind: 'kerberos', name, isBound, fault }));
    }
    return yield* this.#ntlm(to, link, identity);
  }

  *#ntlm(to: Going, link: Link, identity: Identity): Process<Tried> {
    const chance = this.#chance;
    const { isBound, leaves } = this.#habits;
    const { name, password } = identity;
    if (chance.is(NO_TICKET)) {
      to.visit.odd.add('slow-ticket');
      yield chance.about(NO_TICKET_MS, 1.4);
    }
    const isLeaving = chance.is(leaves);
    const isLost = chance.is(LOST);
    const begun = yield* this.#send(to, link, { kind: 'ntlm-1' }, isLeaving || isLost);
    if (isLeaving) return { answer: begun, link, isAmbient: false, isOver: true };
    if (isLost) return yield* this.#again(to, link, identity);
    const answer = yield* this.#send(to, link, { kind: 'ntlm-3', name, password, isBound });
    if (!answer.refused) link.isLoggedOn = true;
    return { answer, link, isAmbient: false };
  }

  /** The connection was lost between two legs: all over again on a new one. */
  *#again(to: Going, lost: Link, identity: Identity): Process<Tried> {
    to.visit.odd.add('lost-connection');
    const link = to.open(lost);
    yield this.#chance.about(200);
    const answer = yield* this.#send(to, link);
    if (answer.refused === 'challenge') return yield* this.go(to, link, identity);
    return { answer, link, isAmbient: false };
  }

  /** NTLM needs HTTP/1.1: a browser that came with HTTP/2 begins again, once for each site. */
  #fallsBack({ pool }: Going, { refused, row }: Answer): boolean {
    const { scheme } = pool.site;
    const isNtlm = scheme === 'windows' && !this.#habits.usesTickets && !this.#habits.isMute;
    return row.version === 'HTTP/2.0' && refused === 'challenge' && isNtlm;
  }

  /** Sends the request; a client that goes away may close the connection at once. */
  *#send(
    { pool, visit, request }: Going,
    link: Link,
    credentials?: Credentials,
    isGoing = false,
  ): Process<Answer> {
    const version = this.#http1.has(pool.site) ? 'HTTP/1.1' : request.version;
    const isCut = isGoing && this.#chance.is(CUT);
    const answer = yield* link.send({ ...request, version, credentials, isCut });
    const { row, refused } = answer;
    visit.events.push(refused ? { kind: 'refused', row, refused } : { kind: 'in', row });
    return answer;
  }
}
