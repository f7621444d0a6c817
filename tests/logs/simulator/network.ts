/** Ways from a client to the server, and what the server sees of them. */
import type { Chance } from './chance.ts';
import { Connection } from './connection.ts';
import type { Iis } from './iis.ts';
import type { Answer, Request } from './request.ts';
import type { Site } from './site.ts';
import type { Process, World } from './world.ts';

/** One end of a way to the server: what a browser takes for its connection. */
export interface Link {
  isBusy: boolean;
  /** NTLM was accepted over it. */
  isLoggedOn: boolean;
  isClosed(): boolean;
  send(request: Request): Process<Answer>;
}

/** Opens links for one client. */
export interface Network {
  open(site: Site): Link;
}

/** What a proxy writes into its header about a client, for each connection; '' for none. */
export type Forwarded = () => string;

export interface Way {
  readonly world: World;
  readonly iis: Iis;
  readonly chance: Chance;
  /** c-ip. */
  readonly peer: string;
  /** Round trip in milliseconds, by median. */
  readonly rtt: number;
}

/** How often a multiplexing proxy opens another connection for the next request. */
const SPLIT = 0.12;

/** A packet is lost, or the client is busy: the next request comes later. */
const STALLS = 0.002;
const STALL_MS = 1_200;

/** Each of the client's connections is one of the server's. */
export class Direct implements Network {
  readonly #way: Way;
  readonly #forwarded: Forwarded;

  constructor(way: Way, forwarded: Forwarded) {
    this.#way = way;
    this.#forwarded = forwarded;
  }

  open(site: Site): Link {
    const { world, iis, peer, rtt, chance } = this.#way;
    const connection = new Connection(site, peer, world.now);
    const forwarded = this.#forwarded();
    return {
      ...{ isBusy: true, isLoggedOn: false },
      isClosed: () => connection.isClosed(world.now),
      *send(request) {
        yield chance.is(STALLS) ? chance.about(STALL_MS) : chance.about(rtt / 2, 1.5);
        const answer = yield* iis.serve(connection, request, forwarded);
        yield chance.about(rtt / 2, 1.5);
        return answer;
      },
    };
  }
}

/**
 * A proxy that sends each request over one of its own connections: mostly the one it used last, but
 * under load the legs of one handshake arrive over two.
 */
export class Multiplexer {
  readonly #way: Way;
  #free: Connection[] = [];

  constructor(way: Way) {
    this.#way = way;
  }

  /** The network of one client behind it. */
  network(forwarded: Forwarded): Network {
    return {
      open: (site) => ({
        ...{ isBusy: true, isLoggedOn: false, isClosed: () => false },
        send: (request) => this.#send(site, request, forwarded()),
      }),
    };
  }

  *#send(site: Site, request: Request, forwarded: string): Process<Answer> {
    const { iis, rtt, chance } = this.#way;
    yield chance.about(rtt / 2, 1.5);
    const connection = this.#take(site);
    const answer = yield* iis.serve(connection, request, forwarded);
    // It was told not to share what is logged on, and closes it.
    if (connection.user === '') this.#free.push(connection);
    yield chance.about(rtt / 2, 1.5);
    return answer;
  }

  #take(site: Site): Connection {
    const { world, peer, chance } = this.#way;
    this.#free = this.#free.filter((connection) => !connection.isClosed(world.now));
    const last = this.#free.findLast((connection) => connection.site === site);
    if (!last || chance.is(SPLIT)) return new Connection(site, peer, world.now);
    this.#free.splice(this.#free.indexOf(last), 1);
    return last;
  }
}
