/**
 * Every ended attempt of a log as a row of numbers in typed arrays: what a story is told from. About
 * 50 bytes an attempt, so that the attempts of a file of many GB fit into memory; whoever wants the
 * rows of one asks `AttemptRows`.
 */
import type { LogEntry } from '../../../contract/decoded.ts';
import { type Ending, Endings } from './endings.ts';
import { Names, OTHERS } from './name-table.ts';

/** Attempts kept; of a log with more, the earliest are told of. */
export const ATTEMPTS = 1_000_000;
const FIRST_ROOM = 1_024;

/** One attempt in numbers. Ids are those of the table's own names and endings. */
export interface AttemptNumbers {
  ending: number;
  /**
   * When its first request began and its last row was written: milliseconds since 1970 on the
   * log's clock; NaN when it has no time.
   */
  ms: number;
  last: number;
  client: number;
  user: number;
  resource: number;
  agent: number;
  /** Rows in it. */
  rows: number;
  /** Where its first row is, in all texts or files one after the other. */
  place: number;
  /** Where its rows are, as whoever keeps them counts; `NOT_KEPT` when they are not kept. */
  kept: number;
}

export const NOT_KEPT = 0xffff_ffff;

/** A table as plain data. */
export interface TablePart {
  readonly columns: AttemptColumns;
  readonly length: number;
  readonly isComplete: boolean;
  /** Names by their ids, in the order of `NAMED`. */
  readonly names: readonly (readonly string[])[];
  readonly endings: readonly (Ending & { readonly attempts: number; readonly rows: number })[];
}

const NAMED = ['clients', 'users', 'resources', 'agents'] as const;
const COLUMN_OF = {
  clients: 'client',
  users: 'user',
  resources: 'resource',
  agents: 'agent',
} as const;

export type AttemptColumns = ReturnType<typeof columnsFor>;

/** Gives the rows of an attempt back. A paste has kept them; a file reads them again. */
export interface AttemptRows {
  /**
   * The rows with their columns explained, in order; of very many the first and the last. None
   * when they are not kept.
   */
  entriesOf(attempt: number): Promise<LogEntry[]>;
}

export class AttemptTable {
  readonly clients = new Names();
  readonly users = new Names();
  readonly resources = new Names();
  readonly agents = new Names();
  readonly endings = new Endings();
  /** Whose clock the times are of: UTC, or the server's own (IIS native rows). */
  zone: 'utc' | 'local' = 'utc';
  /** The log has a column with the address in front of a proxy, such as X-Forwarded-For. */
  isForwarded = false;
  readonly #limit: number;
  #columns = columnsFor(FIRST_ROOM);
  #length = 0;
  #isComplete = true;

  constructor(limit = ATTEMPTS) {
    this.#limit = limit;
  }

  /** Attempts in the table. */
  get length(): number {
    return this.#length;
  }

  /** False when there were more attempts than the table holds. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Longer than the table; the rest of each array means nothing. */
  get columns(): AttemptColumns {
    return this.#columns;
  }

  /** Adds an attempt; false when the table is full. */
  add(attempt: AttemptNumbers): boolean {
    if (this.#length >= this.#limit) {
      this.#isComplete = false;
      return false;
    }
    if (this.#length === this.#columns.ms.length) this.#grow();
    const at = this.#length++;
    const columns = this.#columns;
    columns.ending[at] = attempt.ending;
    columns.ms[at] = attempt.ms;
    columns.last[at] = attempt.last;
    columns.client[at] = attempt.client;
    columns.user[at] = attempt.user;
    columns.resource[at] = attempt.resource;
    columns.agent[at] = attempt.agent;
    columns.rows[at] = attempt.rows;
    columns.place[at] = attempt.place;
    columns.kept[at] = attempt.kept;
    return true;
  }

  /**
   * Puts the attempts in the order in which they begin in the log, and their names with them: so the
   * table is the same whoever has filled it.
   */
  sort(): void {
    this.#sortAttempts();
    for (const kind of NAMED) {
      const column = this.#columns[COLUMN_OF[kind]];
      const numbers = this[kind].renumber(column.subarray(0, this.#length));
      for (let at = 0; at < this.#length; at++) column[at] = numbers[column[at] ?? 0] ?? 0;
    }
    const { ending } = this.#columns;
    const ways = this.endings.renumber(ending.subarray(0, this.#length));
    for (let at = 0; at < this.#length; at++) ending[at] = ways[ending[at] ?? 0] ?? 0;
  }

  #sortAttempts(): void {
    const { place } = this.#columns;
    const order = Array.from({ length: this.#length }, (_, at) => at);
    order.sort((a, b) => (place[a] ?? 0) - (place[b] ?? 0));
    for (const column of Object.values(this.#columns)) {
      const old = column.slice(0, this.#length);
      for (let at = 0; at < order.length; at++) column[at] = old[order[at] ?? 0] ?? 0;
    }
  }

  /** Everything in it, to be handed to another thread; the table is not to be used any more. */
  part(): TablePart {
    return {
      columns: this.#columns,
      length: this.#length,
      isComplete: this.#isComplete,
      names: NAMED.map((kind) => this[kind].list),
      endings: this.endings.list.map((ending, id) => ({ ...ending, ...this.endings.totalsOf(id) })),
    };
  }

  /** Takes over the attempts of another thread, whose kept rows lie `moved` further here. */
  absorb({ columns, length, isComplete, names, endings }: TablePart, moved: number): void {
    const [clients = [], users = [], resources = [], agents = []] = NAMED.map((kind, i) =>
      (names[i] ?? []).map((name, id) => (id <= OTHERS ? id : this[kind].idOf(name))),
    );
    const ways = endings.map(({ attempts, rows, ...ending }) => {
      const id = this.endings.idOf(ending);
      this.endings.move(id, attempts, rows);
      return id;
    });
    if (!isComplete) this.#isComplete = false;
    for (let at = 0; at < length; at++) {
      const kept = columns.kept[at] ?? NOT_KEPT;
      this.add({
        ending: ways[columns.ending[at] ?? 0] ?? 0,
        ms: columns.ms[at] ?? NaN,
        last: columns.last[at] ?? NaN,
        client: clients[columns.client[at] ?? 0] ?? 0,
        user: users[columns.user[at] ?? 0] ?? 0,
        resource: resources[columns.resource[at] ?? 0] ?? 0,
        agent: agents[columns.agent[at] ?? 0] ?? 0,
        rows: columns.rows[at] ?? 0,
        place: columns.place[at] ?? NaN,
        kept: kept === NOT_KEPT ? kept : kept + moved,
      });
    }
  }

  #grow(): void {
    const old = this.#columns;
    const columns = columnsFor(Math.min(2 * this.#length, this.#limit));
    columns.ending.set(old.ending);
    columns.ms.set(old.ms);
    columns.last.set(old.last);
    columns.client.set(old.client);
    columns.user.set(old.user);
    columns.resource.set(old.resource);
    columns.agent.set(old.agent);
    columns.rows.set(old.rows);
    columns.place.set(old.place);
    columns.kept.set(old.kept);
    this.#columns = columns;
  }
}

function columnsFor(room: number) {
  return {
    ending: new Uint16Array(room),
    ms: new Float64Array(room),
    last: new Float64Array(room),
    client: new Uint32Array(room),
    user: new Uint32Array(room),
    resource: new Uint32Array(room),
    agent: new Uint32Array(room),
    rows: new Uint32Array(room),
    place: new Float64Array(room),
    kept: new Uint32Array(room),
  };
}
