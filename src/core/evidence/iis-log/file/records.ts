/**
 * What a scan found: one record per 401, per accepted answer that may end an attempt (short until it
 * is completed), and per line that is left to the readers of text. The layout is that of `scanner/layout.ts`.
 */
import {
  ABSENT,
  HEADS,
  HEAD_BYTES,
  HEAD_STATUS,
  HEAD_VISIT_BITS,
  NONE,
  PLACES,
  PLACE_AT,
  PLACE_BYTES,
  PLACE_LENGTH,
  PLACE_LINE,
  RECORDS,
  RECORD_BYTES,
  RECORD_CAPACITY,
  RECORD_AGENT,
  RECORD_CLIENT,
  RECORD_HAS_WIN32,
  RECORD_KEY,
  RECORD_MS,
  RECORD_PARTY,
  RECORD_STEM,
  RECORD_SUBSTATUS,
  RECORD_TIME_TAKEN,
  RECORD_USER,
  RECORD_USER_HASH,
  RECORD_VERB,
  RECORD_WIN32,
} from './scanner/layout.ts';

const NEW_LINE = 0x0a;

export class Records {
  readonly #view: DataView;
  /** Status and visit bits of each record, one after the other. */
  readonly #heads: Uint16Array;
  /** The bytes that were scanned. */
  readonly input: Uint8Array;

  /** Records in the scanner's memory, of a scan of `input`. */
  constructor(view: DataView, input: Uint8Array) {
    this.#view = view;
    this.#heads = new Uint16Array(view.buffer, HEADS, (HEAD_BYTES / 2) * RECORD_CAPACITY);
    this.input = input;
  }

  /** Offset of the record's row in the input; of the line, when it was not read as a row. */
  placeOf(record: number): number {
    return this.#view.getUint32(PLACES + record * PLACE_BYTES + PLACE_AT, true);
  }

  /** Lines of this scan before the record's own. */
  lineOf(record: number): number {
    return this.#view.getUint32(PLACES + record * PLACE_BYTES + PLACE_LINE, true);
  }

  /** 0 for a line that the scanner leaves to the readers of text. */
  statusOf(record: number): number {
    return this.#view.getUint16(HEADS + record * HEAD_BYTES + HEAD_STATUS, true);
  }

  /**
   * The first of the records from `from` to `end` that may matter: a 401, a line left to the readers of
   * text, or an answer to a visitor whose bits are `busy`. `end` when there is none.
   */
  nextThatMatters(from: number, end: number, busy: Uint16Array): number {
    const heads = this.#heads;
    for (let record = from; record < end; record++) {
      const status = heads[2 * record + HEAD_STATUS / 2] ?? 0;
      if (status === 401 || status === 0) return record;
      if (busy[heads[2 * record + HEAD_VISIT_BITS / 2] ?? 0] !== 0) return record;
    }
    return end;
  }

  /** Hash of what tells a visitor (`attempts/visitor-key.ts`), 53 bits. */
  keyOf(record: number): number {
    const base = RECORDS + record * RECORD_BYTES + RECORD_KEY;
    return toKey(this.#view.getUint32(base, true), this.#view.getUint32(base + 4, true));
  }

  /** Length of the record's line, in bytes. */
  lengthOf(record: number): number {
    return this.#view.getUint32(PLACES + record * PLACE_BYTES + PLACE_LENGTH, true);
  }

  /** Offset of the record's line, where a prefix may stand before the row. */
  lineStartOf(record: number): number {
    const at = this.placeOf(record);
    return at === 0 ? 0 : this.input.lastIndexOf(NEW_LINE, at - 1) + 1;
  }

  /** The record's line with its line end. */
  lineAt(record: number): Uint8Array {
    const end = this.input.indexOf(NEW_LINE, this.placeOf(record) + this.lengthOf(record));
    return this.input.subarray(this.lineStartOf(record), end + 1);
  }

  /** -1 when the log does not say; so for the next two. */
  substatusOf(record: number): number {
    const value = this.#view.getUint16(RECORDS + record * RECORD_BYTES + RECORD_SUBSTATUS, true);
    return value === NONE ? -1 : value;
  }

  win32Of(record: number): number {
    const base = RECORDS + record * RECORD_BYTES;
    if (this.#view.getUint8(base + RECORD_HAS_WIN32) === 0) return -1;
    return this.#view.getUint32(base + RECORD_WIN32, true);
  }

  /** Milliseconds. */
  timeTakenOf(record: number): number {
    const value = this.#view.getUint32(RECORDS + record * RECORD_BYTES + RECORD_TIME_TAKEN, true);
    return value === ABSENT ? -1 : value;
  }

  /** Milliseconds since 1970; NaN without a time. */
  timeOf(record: number): number {
    return this.#view.getFloat64(RECORDS + record * RECORD_BYTES + RECORD_MS, true);
  }

  /** Hash of client and site, 32 bits. */
  partyOf(record: number): number {
    return this.#view.getUint32(RECORDS + record * RECORD_BYTES + RECORD_PARTY, true);
  }

  /** 16 bits of a hash of client and resource. */
  visitBitsOf(record: number): number {
    return this.#view.getUint16(HEADS + record * HEAD_BYTES + HEAD_VISIT_BITS, true);
  }

  clientOf(record: number): Uint8Array {
    return this.#part(record, RECORD_CLIENT);
  }

  /** Tells user names apart without reading them; 0 for none. */
  userHashOf(record: number): number {
    const base = RECORDS + record * RECORD_BYTES + RECORD_USER_HASH;
    return toKey(this.#view.getUint32(base, true), this.#view.getUint32(base + 4, true));
  }

  userOf(record: number): Uint8Array {
    return this.#part(record, RECORD_USER);
  }

  stemOf(record: number): Uint8Array {
    return this.#part(record, RECORD_STEM);
  }

  agentOf(record: number): Uint8Array {
    return this.#part(record, RECORD_AGENT);
  }

  verbOf(record: number): Uint8Array {
    return this.#part(record, RECORD_VERB);
  }

  #part(record: number, field: number): Uint8Array {
    const base = RECORDS + record * RECORD_BYTES + field;
    const start = this.placeOf(record) + this.#view.getUint16(base, true);
    return this.input.subarray(start, start + this.#view.getUint16(base + 2, true));
  }
}

/** 53 bits of a 64-bit hash, as two unsigned halves. */
export function toKey(low: number, high: number): number {
  return low + (high & 0x1f_ffff) * 0x1_0000_0000;
}
