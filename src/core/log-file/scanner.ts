/**
 * The scanner of bytes, seen from TypeScript: its memory, and what it found as records. The scanner
 * itself is `src/wasm/rows.ts`.
 */
import {
  CLIENT_FILTER,
  CLIENT_FILTER_BYTES,
  COLUMN_ROLES,
  INPUT,
  INPUT_SLACK,
  KEY_BUFFER,
  NONE,
  RECORDS,
  STATUS_SLOT_BYTES,
  STATUS_SLOTS,
  STATUS_TABLE,
} from '../../wasm/layout.ts';
import { Records, toKey } from './records.ts';
import { ROWS_WASM } from './rows-wasm.ts';

/** What the module exports; see `src/wasm/rows.ts`. */
interface Exports {
  memory: WebAssembly.Memory;
  configure(columns: number, midnight: number): void;
  scan(from: number, end: number): number;
  recordCount(): number;
  lineCount(): number;
  rowCount(): number;
  firstRowAt(): number;
  firstRowLine(): number;
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

/** What a scan has done; its records are in `records`. */
export interface Scanned {
  /** Where it stopped. */
  to: number;
  /** Number of records. */
  found: number;
  lines: number;
  /** Rows counted by status. */
  rows: number;
}

export class RowScanner {
  readonly #exports: Exports;
  readonly #memory: DataView;
  /** The bytes to scan; the caller fills them from the start. */
  readonly input: Uint8Array;
  /** What the last scan found. */
  readonly records: Records;

  private constructor(exports: Exports, room: number) {
    const { memory } = exports;
    const pages = Math.ceil((INPUT + room + INPUT_SLACK) / PAGE);
    memory.grow(Math.max(0, pages - memory.buffer.byteLength / PAGE));
    this.#exports = exports;
    this.#memory = new DataView(memory.buffer);
    this.input = new Uint8Array(memory.buffer, INPUT, room);
    this.records = new Records(this.#memory, RECORDS, this.input);
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
  scan(from: number, end: number): Scanned {
    const to = this.#exports.scan(from, end);
    const found = this.#exports.recordCount();
    return { to, found, lines: this.#exports.lineCount(), rows: this.#exports.rowCount() };
  }

  /** The first of the rows that the last scan counted: its offset, and the lines before it. */
  get firstRow(): { at: number; line: number } {
    return { at: this.#exports.firstRowAt(), line: this.#exports.firstRowLine() };
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
      const key = this.#memory.getBigUint64(at, true);
      if (key === 0n) continue;
      const substatus = Number((key >> 33n) & 0xffffn);
      counts.push({
        status: Number(key >> 49n),
        ...(substatus !== NONE && { substatus }),
        ...((key >> 32n) & 1n && { win32: Number(key & 0xffff_ffffn) }),
        rows: Number(this.#memory.getBigUint64(at + 8, true)),
      });
    }
    this.#exports.clearStatuses();
    return counts;
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
