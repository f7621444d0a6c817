/**
 * What is counted of a log, row by row, whatever the rows were read from: statuses, how rows were
 * read, attempts and their outcomes. Bounded whatever the size of the log.
 */
import type { Log } from '../../../contract/decoded.ts';
import { isTelling } from '../rows/http-sys-reasons.ts';
import { Readings } from '../rows/readings.ts';
import type { Row, RowFormat } from '../rows/row.ts';
import { AttemptRecorder } from './attempt-record.ts';
import type { KeyMaker } from './keys.ts';
import { type RowNames, type RowNumbers, emptyRow } from './row-numbers.ts';
import { type Codes, StatusCounter } from './status-counter.ts';
import { totalOf } from './summary-rows.ts';
import { Tracker } from './tracker.ts';
import { Users } from './users.ts';
import { keyOf, partyOf } from './visitor-key.ts';

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
  #rows = 0;

  /** `room` is the number of rows of attempts that may be kept. */
  constructor(room: number, keys: KeyMaker) {
    this.#keys = keys;
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

  /**
   * Takes a row that was read as text, at a place; a row of a summary stands for many requests. True
   * when it is to be remembered, as it may be shown.
   */
  take(row: Row, place: number): boolean {
    const total = totalOf(row);
    this.readings.add(row);
    this.#rows++;
    this.#formats.add(row.format);
    this.#statuses.add(row, total);
    if (total !== undefined) return row.status === 401;
    const isPart = this.#follow(row, place);
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

  statuses(): Log['statuses'] {
    return this.#statuses.list();
  }

  /** Takes the row's part in the attempts of its visitor, if it may have one. */
  #follow(row: Row, place: number): boolean {
    if (row.status === 0) return false;
    const key = this.#keys.keyOf(keyOf(row), row.status === 401);
    if (row.status !== 401 && !this.tracker.isWaiting(key)) return false;
    this.tracker.take(this.#numbersOf(row, key, place), namesOf(row));
    return true;
  }

  #numbersOf(row: Row, key: number, place: number): RowNumbers {
    const numbers = this.#row;
    const { client = '', stem = '', ms = NaN, timeTaken, user = '' } = row;
    numbers.key = key;
    numbers.party = this.#keys.partyOf(partyOf(row));
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
