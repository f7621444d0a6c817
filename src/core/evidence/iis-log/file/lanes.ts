/**
 * Lanes: memory for one block of a log each, so that one block can be read while another is scanned
 * and a third one's records are taken down. A browser has one lane, as its threads share no memory on
 * a page that is served without special headers; those of the command line are in `src/cli/lanes.ts`.
 */
import { ROWS_WASM } from './rows-wasm.ts';
import { HASHER_PAGES, pagesFor, RowScanner, ScannerHasher } from './row-scanner.ts';

/** So few bytes that a browser goes on reading while they are scanned: its pipe holds about as many. */
const BLOCK = 512 * 1024;
/** Bytes of a line that has not ended; more are read as they are. */
export const LONGEST_LINE = 1024 * 1024;

export interface Lane {
  /** Room for the block. */
  readonly input: Uint8Array;
  /** Absent where WebAssembly cannot be used; everything is read as text then. */
  readonly scanner?: RowScanner;
  /** Scans the first `end` bytes of the input. Returns where the scanner stopped. */
  readonly scan: (end: number) => number | Promise<number>;
}

export interface Lanes {
  /** Bytes of a block. */
  readonly block: number;
  readonly lanes: readonly [Lane, ...Lane[]];
  readonly hasher?: ScannerHasher;
  /** Lets other lanes go on with what has come for them meanwhile. */
  readonly turn?: () => Promise<void>;
}

/** Bytes of a lane for such blocks: a block, and a line that began before it. */
export const roomFor = (block: number) => block + LONGEST_LINE;

/**
 * One lane, in this thread. Where a policy allows no WebAssembly, the machine has no SIMD or memory
 * is short, everything is read as text; rejects with a sentence when there is no memory for that.
 */
export async function oneLane(block = BLOCK): Promise<Lanes> {
  const room = roomFor(block);
  try {
    const module = await WebAssembly.compile(moduleBytes(ROWS_WASM));
    const memory = new WebAssembly.Memory({ initial: pagesFor(room) });
    const scanner = new RowScanner(module, memory, room);
    const scan = (end: number) => scanner.scan(0, end);
    const hasher = new ScannerHasher(module, new WebAssembly.Memory({ initial: HASHER_PAGES }));
    return { block, lanes: [{ input: scanner.input, scanner, scan }], hasher };
  } catch {
    return { block, lanes: [{ input: memoryFor(room), scan: () => 0 }] };
  }
}

function memoryFor(room: number): Uint8Array {
  try {
    return new Uint8Array(room);
  } catch {
    const size = Math.ceil(room / 1024 / 1024);
    throw new Error(`There is not enough free memory to read a log: ${size} MB are needed.`);
  }
}

/** The bytes of a module that is kept as Base64. */
export function moduleBytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
