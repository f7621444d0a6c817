/** A browser's connections to one site, and what it remembers about logging on there. */
import type { Asked, Identity } from './habits.ts';
import type { Link } from './network.ts';
import type { Site } from './site.ts';
import { type Process, Signal, type World } from './world.ts';

interface Prompt {
  readonly signal: Signal;
  identity: Identity | undefined;
}

export class Pool {
  readonly site: Site;
  /** What was accepted last. */
  identity: Identity | undefined;
  readonly #world: World;
  readonly #limit: number;
  #links: Link[] = [];
  readonly #waiting: Signal[] = [];
  #prompt: Prompt | undefined;

  constructor(site: Site, world: World, limit: number) {
    this.site = site;
    this.#world = world;
    this.#limit = limit;
  }

  /** A free connection, one that is logged on before others; waits when all are busy. */
  *take(open: () => Link): Process<Link> {
    for (;;) {
      this.#links = this.#links.filter((link) => link.isBusy || !link.isClosed());
      const free = this.#links.filter((link) => !link.isBusy);
      const link = free.find(({ isLoggedOn }) => isLoggedOn) ?? free[0];
      if (link) {
        link.isBusy = true;
        return link;
      }
      if (this.#links.length < this.#limit) {
        const opened = open();
        this.#links.push(opened);
        return opened;
      }
      const signal = new Signal();
      this.#waiting.push(signal);
      yield signal;
    }
  }

  give(link: Link): void {
    link.isBusy = false;
    const next = this.#waiting.shift();
    if (next) this.#world.fire(next);
  }

  replace(old: Link, by: Link): Link {
    this.#links = this.#links.map((link) => (link === old ? by : link));
    return by;
  }

  /** Asks the person; requests that wait for the same prompt get the same answer. */
  *prompt(asked: Asked, refusals: number): Process<Identity | undefined> {
    const open = this.#prompt;
    if (open) {
      yield open.signal;
      return open.identity;
    }
    const prompt: Prompt = { signal: new Signal(), identity: undefined };
    this.#prompt = prompt;
    prompt.identity = yield* asked.answer(refusals);
    this.#prompt = undefined;
    this.#world.fire(prompt.signal);
    return prompt.identity;
  }
}
