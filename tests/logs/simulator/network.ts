/** Ways from a client to the server, and what the server sees of them. */
import type { Chance } from './chance.ts';
import { type Answer, Connection, type Iis, type Request } from './iis.ts';
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

export interface Way {
  readonly world: World;
  readonly iis: Iis;
  /** c-ip. */
  readonly peer: string;
  /** What a proxy writes into its header; '' for none. */
  readonly forwarded: string;
  /** Round trip in milliseconds, by median. */
  readonly rtt: number;
  readonly chance: Chance;
}

/** How often a multiplexing proxy opens another connection for the next request. */
const SPLIT = 0.12;

/** Each of the client's connections is one of the server's. */
export class Direct implements Network {
  readonly #way: Way;

  constructor(way: Way) {
    this.#way = way;
  }

  open(site: Site): Link {
    const { world, iis, peer, forwarded, rtt, chance } = this.#way;
    const connection = new Connection(site, peer, world.now);
    return {
      ...{ isBusy: true, isLoggedOn: false },
      isClosed: () => connection.isClosed(world.now),
      *send(request) {
        yield chance.about(rtt / 2, 1.5);
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
  network(forwarded: string): Network {
    return {
      open: (site) => ({
        ...{ isBusy: true, isLoggedOn: false, isClosed: () => false },
        send: (request) => this.#send(site, request, forwarded),
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
    const free = this.#free.filter((connection) => connection.site === site);
    const last = free.at(-1);
    if (!last || chance.is(SPLIT)) return new Connection(site, peer, world.now);
    this.#free.splice(this.#free.indexOf(last), 1);
    return last;
  }
}
