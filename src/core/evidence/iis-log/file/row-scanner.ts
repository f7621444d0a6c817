/**
 * The scanner of bytes, seen from TypeScript: its memory, and what it found as records. The scanner
 * itself is `scanner/rows.ts`.
 */
import {
  COLUMN_COUNT,
  COLUMN_ROLES,
  DELIMITER,
  FIRST_ROW_AT,
  FIRST_ROW_LINE,
  INPUT,
  INPUT_SLACK,
  KEY_BUFFER,
  LINE_COUNT,
  MIDNIGHT,
  NONE,
  PREFIX,
  PREFIX_FLAGS,
  PREFIX_LENGTH,
  PREFIX_NUMBERED,
  PREFIX_SEPARATED,
  PREFIX_SPACED,
  RECORD_COUNT,
  ROW_COUNT,
  SCRATCH,
  STATUS_COUNT,
  STATUS_LIST,
  STATUS_SLOT_BYTES,
  STATUS_TABLE,
} from './scanner/layout.ts';
import type { KeyMaker } from '../attempts/keys.ts';
import { Records, toKey } from './records.ts';
import type { ScanSettings } from './scan-settings.ts';

/** What the module exports; see `scanner/rows.ts`. */
interface Exports {
  scan(from: number, end: number): number;
  complete(record: number): bigint;
  workAs(thread: number): void;
  hashKey(length: number): bigint;
  foldKey(length: number): bigint;
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

/** Pages of memory that a scanner needs for `room` bytes of input, and a hasher. */
export const pagesFor = (room: number) => Math.ceil((INPUT + room + INPUT_SLACK) / PAGE);
export const HASHER_PAGES = INPUT / PAGE;

export class RowScanner {
  readonly #exports: Exports;
  readonly #memory: DataView;
  /** The bytes to scan; the caller fills them from the start. */
  readonly input: Uint8Array;
  /** What the last scan found. */
  readonly records: Records;

  /** The module's memory has `room` bytes for the input; `thread` is one of those that share it. */
  constructor(module: WebAssembly.Module, memory: WebAssembly.Memory, room: number, thread = 0) {
    this.#exports = exportsOf(module, memory);
    this.#exports.workAs(thread);
    this.#memory = new DataView(memory.buffer);
    this.input = new Uint8Array(memory.buffer, INPUT, room);
    this.records = new Records(this.#memory, this.input);
  }

  /** Sets what the columns are, and how rows are written. */
  configure({ roles, day, delimiter, prefix }: ScanSettings): void {
    this.#bytes(COLUMN_ROLES, roles.length).set(roles);
    this.#memory.setUint32(COLUMN_COUNT, roles.length, true);
    this.#memory.setFloat64(MIDNIGHT, day ?? NaN, true);
    this.#memory.setUint8(DELIMITER, delimiter.charCodeAt(0));
    // In memory that threads share, text cannot be encoded in place.
    this.#bytes(PREFIX, prefix.text.length).set(UTF8.encode(prefix.text));
    this.#memory.setUint32(PREFIX_LENGTH, prefix.text.length, true);
    const flags =
      (prefix.isSeparated ? PREFIX_SEPARATED : 0) |
      (prefix.isNumbered ? PREFIX_NUMBERED : 0) |
      (prefix.isSpaced ? PREFIX_SPACED : 0);
    this.#memory.setUint8(PREFIX_FLAGS, flags);
  }

  /**
   * Scans the input between two offsets. Returns where it stopped: behind the last whole line, at a
   * line that may name other columns, or when there are too many records for one call.
   */
  scan(from: number, end: number): number {
    return this.#exports.scan(from, end);
  }

  /** Number of records that the last scan found. */
  get found(): number {
    return this.#memory.getUint32(RECORD_COUNT, true);
  }

  /** Lines in what the last scan read. */
  get lines(): number {
    return this.#memory.getUint32(LINE_COUNT, true);
  }

  /** Rows that the last scan counted by status. */
  get rows(): number {
    return this.#memory.getUint32(ROW_COUNT, true);
  }

  /** The first of them: its offset, and the lines before it. */
  get firstRow(): { at: number; line: number } {
    return {
      at: this.#memory.getUint32(FIRST_ROW_AT, true),
      line: this.#memory.getUint32(FIRST_ROW_LINE, true),
    };
  }

  /**
   * Completes the record of an accepted answer. When its line must be read as text, gives what it was
   * counted as, which is to be taken back.
   */
  complete(record: number): StatusCount | undefined {
    const key = this.#exports.complete(record);
    return key === 0n ? undefined : { ...codesOf(key), rows: -1 };
  }

  /** Takes the counts by status since the last call. */
  takeStatuses(): StatusCount[] {
    const used = this.#memory.getUint32(STATUS_COUNT, true);
    this.#memory.setUint32(STATUS_COUNT, 0, true);
    return Array.from({ length: used }, (_, i) => {
      const slot = this.#memory.getUint32(STATUS_LIST + 4 * i, true);
      const at = STATUS_TABLE + slot * STATUS_SLOT_BYTES;
      const key = this.#memory.getBigUint64(at, true);
      this.#memory.setBigUint64(at, 0n, true);
      return { ...codesOf(key), rows: Number(this.#memory.getBigInt64(at + 8, true)) };
    });
  }

  #bytes(start: number, length: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, start, length);
  }
}

/** The codes in a key of the scanner's table. */
function codesOf(key: bigint): Omit<StatusCount, 'rows'> {
  const substatus = Number((key >> 33n) & 0xffffn);
  return {
    status: Number(BigInt.asUintN(64, key) >> 49n),
    ...(substatus !== NONE && { substatus }),
    ...((key >> 32n) & 1n && { win32: Number(key & 0xffff_ffffn) }),
  };
}

/** The scanner's own hashes. */
export class ScannerHasher implements KeyMaker {
  readonly #exports: Exports;
  readonly #buffer: Uint8Array;

  constructor(module: WebAssembly.Module, memory: WebAssembly.Memory) {
    this.#exports = exportsOf(module, memory);
    this.#buffer = new Uint8Array(memory.buffer, SCRATCH + KEY_BUFFER, KEY_LENGTH);
  }

  /** The hash that `keyOf` gives of a record. */
  readonly keyOf = (key: string): number => {
    const hash = this.#hash(key);
    return toKey(Number(hash & 0xffff_ffffn), Number((hash >> 32n) & 0xffff_ffffn));
  };

  /** The hash that `partyOf` gives of a record. */
  readonly partyOf = (party: string): number => Number(this.#hash(party) & 0xffff_ffffn);

  /** The bits that `visitBitsOf` gives of a record; '' stands for no client, and for no resource. */
  readonly bitsOf = (client: string, resource: string): number => {
    const folded = this.#exports.foldKey(this.#write(resource));
    return Number((this.#hash(client) ^ folded) & 0xffffn);
  };

  #hash(text: string): bigint {
    return this.#exports.hashKey(this.#write(text));
  }

  #write(text: string): number {
    return UTF8.encodeInto(text, this.#buffer).written;
  }
}

function exportsOf(module: WebAssembly.Module, memory: WebAssembly.Memory): Exports {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Exports;
}
