/**
 * What is counted of a log, row by row, whatever the rows were read from: statuses, how rows were
 * read, attempts and their outcomes. Bounded whatever the size of the log.
 */
import type { Log } from '../../../contract/decoded.ts';
import { isTelling } from '../rows/http-sys-reasons.ts';
import { type Counted, Readings } from '../rows/readings.ts';
import type { Row, RowFormat } from '../rows/row.ts';
import { AttemptRecorder } from './attempt-record.ts';
import type { TablePart } from './attempt-table.ts';
import type { RowsPart } from './kept-rows.ts';
import type { KeyMaker } from './keys.ts';
import { type RowNames, type RowNumbers, emptyRow } from './row-numbers.ts';
import { type Codes, StatusCounter } from './status-counter.ts';
import { totalOf } from './summary-rows.ts';
import { Tracker } from './tracker.ts';
import { Users } from './users.ts';
import { keyOf, partyOf } from './visitor-key.ts';

/** Which parties are followed by one of several threads. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

const WHOLE: Shard = { index: 0, of: 1 };

/** What was tallied, as plain data. */
export interface TallyPart {
  readonly rows: number;
  readonly formats: readonly RowFormat[];
  readonly statuses: Log['statuses'];
  readonly readings: readonly Counted[];
  readonly table: TablePart;
  readonly kept: RowsPart;
}

export class Tally {
  /** How the rows were read. */
  readonly readings = new Readings();
  readonly #statuses = new StatusCounter();
  readonly #formats = new Set<RowFormat>();
  readonly #keys: KeyMaker;
  readonly recorder: AttemptRecorder;
  readonly users: Users;
  readonly tracker: Tracker;
  readonly #row = emptyRow();
  readonly #shard: Shard;
  #rows = 0;

  /** `room` is the number of rows of attempts that may be kept. */
  constructor(room: number, keys: KeyMaker, shard: Shard = WHOLE) {
    this.#keys = keys;
    this.#shard = shard;
    this.recorder = new AttemptRecorder(room);
    this.users = new Users(this.recorder.table.users);
    this.tracker = new Tracker(this.recorder);
  }

  get rows(): number {
    return this.#rows;
  }

  get format(): Log['format'] {
    const [format] = this.#formats;
    return this.#formats.size > 1 ? 'mixed' : (format ?? 'w3c');
  }

  /** Whose clock the times are of. */
  get zone(): 'utc' | 'local' {
    return this.#formats.has('iis') ? 'local' : 'utc';
  }

  /** Is the party one of those that are followed here? */
  isMine(party: number): boolean {
    return party % this.#shard.of === this.#shard.index;
  }

  /** What is of no party is counted in one shard only. */
  get isFirst(): boolean {
    return this.#shard.index === 0;
  }

  /**
   * Takes a row that was read as text, at a place; a row of a summary stands for many requests. True
   * when it is to be remembered, as it may be shown.
   */
  take(row: Row, place: number): boolean {
    const party = this.#keys.partyOf(partyOf(row));
    if (!this.isMine(party)) return false;
    const total = totalOf(row);
    this.readings.add(row, place);
    this.#rows++;
    this.#formats.add(row.format);
    this.#statuses.add(row, total);
    if (total !== undefined) return row.status === 401;
    const isPart = this.#follow(row, place, party);
    return isPart || isShownAlone(row);
  }

  /** Counts `rows` rows that were counted by status elsewhere. */
  countMany(format: RowFormat, rows: number): void {
    this.#rows += rows;
    if (rows > 0) this.#formats.add(format);
  }

  countStatus(codes: Codes, rows: number): void {
    this.#statuses.add(codes, rows);
  }

  /** Everything, to be handed to another thread when the log is over. */
  part(): TallyPart {
    return {
      rows: this.#rows,
      formats: [...this.#formats],
      statuses: this.#statuses.list(),
      readings: this.readings.part(),
      table: this.recorder.table.part(),
      kept: this.recorder.rows.part(),
    };
  }

  /** Takes over what another thread has tallied of the same log. */
  absorb({ rows, formats, statuses, readings, table, kept }: TallyPart): void {
    this.#rows += rows;
    for (const format of formats) this.#formats.add(format);
    for (const status of statuses) this.#statuses.add(status, status.rows);
    this.readings.absorb(readings);
    this.recorder.table.absorb(table, this.recorder.rows.absorb(kept));
  }

  statuses(): Log['statuses'] {
    return this.#statuses.list();
  }

  /** Takes the row's part in the attempts of its visitor, if it may have one. */
  #follow(row: Row, place: number, party: number): boolean {
    if (row.status === 0) return false;
    const key = this.#keys.keyOf(keyOf(row), row.status === 401);
    if (row.status !== 401 && !this.tracker.isWaiting(key)) return false;
    this.tracker.take(this.#numbersOf(row, key, party, place), namesOf(row));
    return true;
  }

  #numbersOf(row: Row, key: number, party: number, place: number): RowNumbers {
    const numbers = this.#row;
    const { client = '', stem = '', ms = NaN, timeTaken, user = '' } = row;
    numbers.key = key;
    numbers.party = party;
    numbers.bits = this.#keys.bitsOf(client, stem);
    numbers.status = row.status;
    numbers.substatus = row.substatus ?? -1;
    numbers.win32 = row.win32 ?? -1;
    numbers.start = ms - (timeTaken ?? 0);
    numbers.end = ms;
    numbers.isStartUnknown = timeTaken === undefined;
    numbers.user = this.users.idOf(user);
    numbers.person = this.users.personOf(numbers.user);
    numbers.hasUser = row.user !== undefined;
    numbers.isNcsa = row.format === 'ncsa';
    numbers.place = place;
    numbers.line = row.line;
    numbers.length = row.at.end - row.at.start;
    return numbers;
  }
}

/** A row that is shown although it is part of no attempt: a 401 of a summary, a telling reason. */
export function isShownAlone(row: Row): boolean {
  if (totalOf(row) !== undefined) return row.status === 401;
  return isTelling(row.cells[row.names.indexOf('s-reason')]?.value);
}

function namesOf({ client = '', stem = '', agent = '', method }: Row): RowNames {
  return {
    client: () => client,
    resource: () => stem,
    agent: () => agent,
    isPreflight: () => isPreflight(method, agent),
  };
}

/** A browser sends OPTIONS on its own only to ask what another site's page may send. */
export function isPreflight(method: string | undefined, agent: string): boolean {
  return method === 'OPTIONS' && /^mozilla\//i.test(agent) && !/office|webdav/i.test(agent);
}
