/**
 * The scanner of bytes, seen from TypeScript: its memory, and what it found as records. The scanner
 * itself is `src/wasm/rows.ts`.
 */
import {
  ABSENT,
  CLIENT_FILTER,
  CLIENT_FILTER_BYTES,
  COLUMN_ROLES,
  INPUT,
  INPUT_SLACK,
  KEY_BUFFER,
  NONE,
  RECORD_AT,
  RECORD_BYTES,
  RECORD_CLIENT,
  RECORD_HAS_WIN32,
  RECORD_KEY,
  RECORD_LENGTH,
  RECORD_LINE,
  RECORD_MS,
  RECORD_STATUS,
  RECORD_STEM,
  RECORD_SUBSTATUS,
  RECORD_TIME_TAKEN,
  RECORD_USER,
  RECORD_USER_HASH,
  RECORD_WIN32,
  RECORDS,
  STATUS_SLOT_BYTES,
  STATUS_SLOTS,
  STATUS_TABLE,
} from '../../wasm/layout.ts';
import { ROWS_WASM } from './rows-wasm.ts';

/** What the module exports; see `src/wasm/rows.ts`. */
interface Exports {
  memory: WebAssembly.Memory;
  configure(columns: number, midnight: number): void;
  scan(from: number, end: number): number;
  recordCount(): number;
  lineCount(): number;
  rowCount(): number;
  clearStatuses(): void;
  hashKey(length: number): bigint;
  openClient(length: number): void;
}

const PAGE = 65_536;
const UTF8 = new TextEncoder();
/** Longest text of a key; longer ones are cut, which joins no two clients that differ before. */
const KEY_LENGTH = 180_000;

/** A count of rows with one status, substatus and Win32 status. */
export interface StatusCount {
  status: number;
  substatus?: number;
  win32?: number;
  rows: number;
}

export class RowScanner {
  readonly #exports: Exports;
  readonly #records: DataView;
  /** The bytes to scan; the caller fills them from the start. */
  readonly input: Uint8Array;

  private constructor(exports: Exports, room: number) {
    const { memory } = exports;
    const pages = Math.ceil((INPUT + room + INPUT_SLACK) / PAGE);
    memory.grow(Math.max(0, pages - memory.buffer.byteLength / PAGE));
    this.#exports = exports;
    this.#records = new DataView(memory.buffer);
    this.input = new Uint8Array(memory.buffer, INPUT, room);
  }

  /** A scanner with `room` bytes of input; undefined where WebAssembly is switched off. */
  static async create(room: number): Promise<RowScanner | undefined> {
    if (typeof WebAssembly === 'undefined') return undefined;
    try {
      const { instance } = await WebAssembly.instantiate(moduleBytes());
      return new RowScanner(instance.exports as unknown as Exports, room);
    } catch {
      // A policy of the browser, or a machine without SIMD: everything is read as text then.
      return undefined;
    }
  }

  /** Sets what the columns are, and midnight of `#Date` for rows that have only a time. */
  configure(roles: Uint8Array, midnight: number | undefined): void {
    this.#bytes(COLUMN_ROLES, roles.length).set(roles);
    this.#exports.configure(roles.length, midnight ?? NaN);
  }

  /**
   * Scans the input between two offsets. Returns where it stopped: behind the last whole line, at a
   * line that may name other columns, or when there are too many records for one call.
   */
  scan(from: number, end: number): { to: number; records: number; lines: number; rows: number } {
    const to = this.#exports.scan(from, end);
    const records = this.#exports.recordCount();
    return { to, records, lines: this.#exports.lineCount(), rows: this.#exports.rowCount() };
  }

  /** Offset of the record's line in the input. */
  placeOf(record: number): number {
    return this.#records.getUint32(RECORDS + record * RECORD_BYTES + RECORD_AT, true);
  }

  /** Lines of this scan before the record's own. */
  lineOf(record: number): number {
    return this.#records.getUint32(RECORDS + record * RECORD_BYTES + RECORD_LINE, true);
  }

  /** 0 for a line that the scanner leaves to the readers of text. */
  statusOf(record: number): number {
    return this.#records.getUint16(RECORDS + record * RECORD_BYTES + RECORD_STATUS, true);
  }

  /** Hash of client, method, resource and agent, 53 bits. */
  keyOf(record: number): number {
    const base = RECORDS + record * RECORD_BYTES + RECORD_KEY;
    return toKey(this.#records.getUint32(base, true), this.#records.getUint32(base + 4, true));
  }

  /** Length of the record's line, in bytes. */
  lengthOf(record: number): number {
    return this.#records.getUint32(RECORDS + record * RECORD_BYTES + RECORD_LENGTH, true);
  }

  substatusOf(record: number): number | undefined {
    const value = this.#records.getUint16(RECORDS + record * RECORD_BYTES + RECORD_SUBSTATUS, true);
    return value === NONE ? undefined : value;
  }

  win32Of(record: number): number | undefined {
    const base = RECORDS + record * RECORD_BYTES;
    if (this.#records.getUint8(base + RECORD_HAS_WIN32) === 0) return undefined;
    return this.#records.getUint32(base + RECORD_WIN32, true);
  }

  /** Milliseconds since 1970. */
  timeOf(record: number): number | undefined {
    const value = this.#records.getFloat64(RECORDS + record * RECORD_BYTES + RECORD_MS, true);
    return Number.isNaN(value) ? undefined : value;
  }

  /** Milliseconds. */
  timeTakenOf(record: number): number | undefined {
    const value = this.#records.getUint32(
      RECORDS + record * RECORD_BYTES + RECORD_TIME_TAKEN,
      true,
    );
    return value === ABSENT ? undefined : value;
  }

  clientOf(record: number): Uint8Array {
    return this.#part(record, RECORD_CLIENT);
  }

  /** Tells user names apart without reading them; 0 for none. */
  userHashOf(record: number): number {
    return this.#records.getUint32(RECORDS + record * RECORD_BYTES + RECORD_USER_HASH, true);
  }

  userOf(record: number): Uint8Array {
    return this.#part(record, RECORD_USER);
  }

  stemOf(record: number): Uint8Array {
    return this.#part(record, RECORD_STEM);
  }

  /** The same hash as `keyOf` gives, for a key that was made from text. */
  hashOf(key: string): number {
    const hash = this.#exports.hashKey(this.#writeKey(key));
    return toKey(Number(hash & 0xffff_ffffn), Number((hash >> 32n) & 0xffff_ffffn));
  }

  /** From now on accepted answers of this client are recorded; '' stands for rows without one. */
  want(client: string): void {
    this.#exports.openClient(this.#writeKey(client));
  }

  /** From now on no client's accepted answers are recorded, until it has a 401 again. */
  wantNone(): void {
    this.#bytes(CLIENT_FILTER, CLIENT_FILTER_BYTES).fill(0);
  }

  /** Takes the counts by status since the last call. */
  takeStatuses(): StatusCount[] {
    const counts: StatusCount[] = [];
    for (let slot = 0; slot < STATUS_SLOTS; slot++) {
      const at = STATUS_TABLE + slot * STATUS_SLOT_BYTES;
      const key = this.#records.getBigUint64(at, true);
      if (key === 0n) continue;
      const substatus = Number((key >> 33n) & 0xffffn);
      counts.push({
        status: Number(key >> 49n),
        ...(substatus !== NONE && { substatus }),
        ...((key >> 32n) & 1n && { win32: Number(key & 0xffff_ffffn) }),
        rows: Number(this.#records.getBigUint64(at + 8, true)),
      });
    }
    this.#exports.clearStatuses();
    return counts;
  }

  #part(record: number, field: number): Uint8Array {
    const base = RECORDS + record * RECORD_BYTES;
    const line = this.#records.getUint32(base + RECORD_AT, true);
    const start = line + this.#records.getUint16(base + field, true);
    return this.input.subarray(start, start + this.#records.getUint16(base + field + 2, true));
  }

  #writeKey(text: string): number {
    return UTF8.encodeInto(text, this.#bytes(KEY_BUFFER, KEY_LENGTH)).written;
  }

  #bytes(start: number, length: number): Uint8Array {
    return new Uint8Array(this.#exports.memory.buffer, start, length);
  }
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(ROWS_WASM), (char) => char.charCodeAt(0));
}

function toKey(low: number, high: number): number {
  return low + (high & 0x1f_ffff) * 0x1_0000_0000;
}
