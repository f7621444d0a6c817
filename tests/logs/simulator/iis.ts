/** The server: takes requests over connections, answers, and writes a row when the answer has ended. */
import type { Chance } from './chance.ts';
import type { Connection } from './connection.ts';
import { CODES, type Directory } from './directory.ts';
import { Gate } from './gate.ts';
import type { Answer, Request } from './request.ts';
import type { Row } from './row.ts';
import type { Process, World } from './world.ts';

/** Some clients are slow to confirm the last packet; until then the answer has not ended. */
const LATE = 0.004;
const LATE_MS = 300;

export class Iis {
  readonly rows: Row[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  readonly #gate: Gate;

  constructor(world: World, chance: Chance, directory: Directory) {
    this.#world = world;
    this.#chance = chance;
    this.#gate = new Gate(world, chance.fork(), directory);
  }

  /** Answers a request. The client has the answer before its row is written. */
  *serve(connection: Connection, request: Request, forwarded: string): Process<Answer> {
    const begin = this.#world.now;
    const { ms, refused, ...codes } = this.#gate.judge(connection, request);
    yield ms;
    connection.used = this.#world.now;
    const late = this.#chance.is(LATE) ? this.#chance.below(LATE_MS) : 0;
    const end = this.#world.now + late;
    const { method, query, agent, referer, version } = request;
    const row: Row = {
      ...{ end, taken: end - begin, site: connection.site, peer: connection.peer, forwarded },
      ...{ method, stem: request.resource.stem, query, agent, referer, version },
      ...codes,
      ...(request.isCut && { win32: CODES.netNameDeleted }),
      line: 0,
    };
    this.rows.push(row);
    return { row, refused };
  }
}
