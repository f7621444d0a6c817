/** People: what they open and when, and how they answer a prompt. */
import type { Browser } from './browser.ts';
import type { Chance } from './chance.ts';
import type { Answer } from './request.ts';
import type { Resource, Site } from './site.ts';
import type { Process, World } from './world.ts';

export interface Day {
  readonly sites: readonly Site[];
  /** Until when new visits begin. */
  readonly end: number;
  readonly sessions: number;
  readonly pages: number;
  readonly thinkMs: number;
}

/** Many begin the day with the portal. */
const EARLY = 0.3;
const EARLY_MS = 20 * 60_000;

export class Person {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #browser: Browser;
  readonly #seen = new Set<string>();

  constructor(world: World, chance: Chance, browser: Browser) {
    this.#world = world;
    this.#chance = chance;
    this.#browser = browser;
  }

  *live({ sites, end, sessions, pages, thinkMs }: Day): Process {
    const chance = this.#chance;
    for (let session = 0; session < sessions; session++) {
      const isEarly = session === 0 && chance.is(EARLY);
      yield chance.below(isEarly ? EARLY_MS : (end - this.#world.now) / (sessions - session));
      if (this.#world.now >= end) return;
      const site = chance.pick(sites);
      for (let page = chance.between(1, 2 * pages - 1); page > 0 && this.#world.now < end; page--) {
        if (!(yield* this.#open(site))) break;
        yield chance.about(thinkMs, 2.5);
      }
      if (chance.is(0.5)) this.#browser.quit();
    }
  }

  /** Opens a page, again if it is refused; false when the person gives up. */
  *#open(site: Site): Process<boolean> {
    const chance = this.#chance;
    const page = popular(chance, site.pages);
    for (
      let tries = chance.weigh([
        [1, 15],
        [2, 4],
        [3, 1],
      ]);
      tries > 0;
      tries--
    ) {
      const answer = yield* this.#get(site, page, '');
      if (answer.row.status === 101) return true;
      if (!answer.refused) {
        yield* this.#parts(site, page);
        return true;
      }
      yield chance.about(20_000, 2.5);
    }
    return false;
  }

  /** What the page is made of, side by side. */
  *#parts(site: Site, page: Resource): Process {
    const chance = this.#chance;
    const count = chance.weigh([
      [0, 4],
      [1, 3],
      [3, 3],
      [6, 2],
      [10, 1],
    ]);
    const referer = `https://${site.host}${page.stem}`;
    const parts = new Set(Array.from({ length: count }, () => popular(chance, site.parts)));
    const world = this.#world;
    const get = (part: Resource) => this.#get(site, part, referer);
    function* fetchLater(part: Resource): Process {
      yield chance.below(40);
      const fetched = get(part);
      if (part.isSocket) world.start(fetched);
      else yield* fetched;
    }
    yield* world.all([...parts].map(fetchLater));
  }

  *#get(site: Site, resource: Resource, referer: string): Process<Answer> {
    const chance = this.#chance;
    const key = `${site.id} ${resource.stem}`;
    const isCached = this.#seen.has(key) && resource.ms === undefined && chance.is(0.7);
    this.#seen.add(key);
    const holdMs = chance.about(240_000, 2.5);
    return yield* this.#browser.fetch(site, { resource, referer, isCached, holdMs });
  }
}

/** Some resources are asked for far more often than others. */
function popular(chance: Chance, list: readonly Resource[]): Resource {
  return chance.weigh(list.map((resource, i) => [resource, 1 / (i + 1)] as const));
}
