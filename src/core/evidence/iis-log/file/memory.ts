/** Memory for one block of a log, and the scanner of bytes that works on it. */
import { ROWS_WASM } from './rows-wasm.ts';
import { roomFor } from './blocks.ts';
import { HASHER_PAGES, pagesFor, RowScanner, ScannerHasher } from './row-scanner.ts';

export interface Memory {
  /** Room for the block. */
  readonly input: Uint8Array;
  /** Absent where WebAssembly cannot be used; everything is read as text then. */
  readonly scanner?: RowScanner;
  readonly hasher?: ScannerHasher;
}

/**
 * Memory for blocks of so many bytes. Where a policy allows no WebAssembly, the machine has no SIMD or
 * memory is short, there is no scanner; rejects with a sentence when there is no memory for that.
 */
export async function memoryFor(block: number): Promise<Memory> {
  const room = roomFor(block);
  try {
    const module = await WebAssembly.compile(moduleBytes(ROWS_WASM));
    const memory = new WebAssembly.Memory({ initial: pagesFor(room) });
    const scanner = new RowScanner(module, memory, room);
    const hasher = new ScannerHasher(module, new WebAssembly.Memory({ initial: HASHER_PAGES }));
    return { input: scanner.input, scanner, hasher };
  } catch {
    return { input: plainMemory(room) };
  }
}

function plainMemory(room: number): Uint8Array {
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
