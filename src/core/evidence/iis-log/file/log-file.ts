/** Reads logs of any size, block by block. Memory does not grow with the size of the log. */
import type { Options } from '../../reader.ts';
import { LogBuilder } from '../log-builder.ts';
import { BlockReader } from './block-reader.ts';
import { type Block, nextBlock } from './blocks.ts';
import type { Fill } from './fill.ts';
import { type Memory, memoryFor } from './memory.ts';

/** So few bytes that a browser goes on reading while they are scanned: its pipe holds about as many. */
const BLOCK = 512 * 1024;

/** Rows of attempts whose places are kept, and rows kept as they were read. */
export const ROOM = 600_000;
export const READ = 12_000;

/** Reads files, one after the other, as one log. */
export interface LogReader {
  readonly log: LogBuilder;
  /** Bytes read so far, of all files. */
  readonly bytes: number;
  read(fill: Fill, name?: string, onBlock?: () => void): Promise<void>;
  finish(): void | Promise<void>;
}

export class LogFile implements LogReader {
  readonly #reader: BlockReader;
  readonly #input: Uint8Array;
  readonly #block: number;

  private constructor(memory: Memory, block: number, columns: readonly string[]) {
    this.#block = block;
    this.#input = memory.input;
    this.#reader = new BlockReader(new LogBuilder(ROOM, READ, memory.hasher), memory, columns);
  }

  /** With columns given by the reader all rows are read as text. */
  static async create({ columns = [] }: Options = {}, block = BLOCK): Promise<LogFile> {
    return new LogFile(await memoryFor(block), block, columns);
  }

  /** What has been read so far. */
  get log(): LogBuilder {
    return this.#reader.log;
  }

  /** Bytes read so far, of all files. */
  get bytes(): number {
    return this.#reader.bytes;
  }

  /**
   * Reads a file; another may follow, which goes on with the same attempts. Calls `onBlock` after
   * each block; rejects when `fill` does.
   */
  async read(fill: Fill, name?: string, onBlock?: () => void): Promise<void> {
    this.#reader.begin(name);
    let block: Block | undefined;
    while (!block?.isLast) {
      block = await nextBlock(this.#input, this.#block, fill, block);
      this.#reader.take(block);
      onBlock?.();
    }
    this.#reader.end();
  }

  /** The last file is over. */
  finish(): void {
    this.log.finish();
  }
}
