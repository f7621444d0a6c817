/** Gives each client its address, and its way to the server. */
import type { Chance } from './chance.ts';
import type { Iis } from './iis.ts';
import { Direct, type Forwarded, Multiplexer, type Network } from './network.ts';
import type { World } from './world.ts';

/** How the server sees clients: by their own address, by that of a proxy which reports theirs, or all people as one. */
export type Addresses = 'own' | 'forwarded' | 'shared';

/** How a proxy writes the client's address. */
export type Form = 'plain' | 'port' | 'list';

/** The address that all people share, where they do. */
const SHARED = '192.0.2.10';

export class Proxies {
  readonly #parts: { readonly world: World; readonly iis: Iis; readonly chance: Chance };
  readonly #addresses: Addresses;
  readonly #form: Form;
  readonly #mixer: Multiplexer;
  #count = 0;

  constructor(
    parts: { readonly world: World; readonly iis: Iis; readonly chance: Chance },
    addresses: Addresses,
    form: Form,
  ) {
    this.#parts = parts;
    this.#addresses = addresses;
    this.#form = form;
    const chance = parts.chance.fork();
    const peer = addresses === 'shared' ? SHARED : this.#peer('10.0.0.7');
    this.#mixer = new Multiplexer({ ...parts, chance, peer, rtt: 6 });
  }

  /** The network of the next person, who may be behind the proxy that mixes up connections. */
  person(isMixed = false): Network {
    return this.#next(this.#addresses === 'shared' ? SHARED : undefined, isMixed);
  }

  /** The network of a machine that shares its address with nobody. */
  machine(): Network {
    return this.#next(undefined, false);
  }

  #next(shared: string | undefined, isMixed: boolean): Network {
    const chance = this.#parts.chance.fork();
    const number = this.#count++;
    const own = `10.${1 + (number >> 14)}.${(number >> 6) & 255}.${10 + (number & 63)}`;
    const outside = `2001:db8:${(number % 9) + 1}::${number.toString(16)}`;
    const client = this.#addresses === 'forwarded' && chance.is(0.1) ? outside : own;
    const forwarded = this.#header(chance, client);
    if (isMixed) return this.#mixer.network(forwarded);
    const rtt = chance.weigh([
      [3, 5],
      [15, 3],
      [50, 1],
      [180, 0.4],
    ]);
    return new Direct(
      { ...this.#parts, chance, peer: shared ?? this.#peer(client), rtt },
      forwarded,
    );
  }

  #peer(client: string): string {
    return this.#addresses === 'forwarded' ? '10.0.0.5' : client;
  }

  /** A port of its own for each connection. */
  #header(chance: Chance, client: string): Forwarded {
    if (this.#addresses !== 'forwarded') return () => '';
    if (this.#form === 'list') return () => `${client}, 10.0.9.9`;
    if (this.#form === 'plain') return () => client;
    const host = client.includes(':') ? `[${client}]` : client;
    return () => `${host}:${chance.between(49_152, 65_535)}`;
  }
}
