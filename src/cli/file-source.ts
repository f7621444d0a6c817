/** A plain log on disk. Node reads it a good deal faster by itself than as a blob. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { windowed } from '../core/log-file/again.ts';
import type { LogSource } from '../core/log-file/sources.ts';

/** Bytes read at once. */
const SLICE = 8 * 1024 * 1024;

/** The file at `path`; it must be neither packed nor UTF-16, see `isPlain`. */
export async function fileSource(path: string): Promise<LogSource> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  await file.close();
  return {
    name: basename(path),
    size,
    chunks: (onRead) => slicesOf(path, onRead),
    readAgain: windowed(async (place, length) => {
      const again = await open(path, 'r');
      const bytes = new Uint8Array(length);
      const { bytesRead } = await again.read(bytes, 0, length, place);
      await again.close();
      return bytes.subarray(0, bytesRead);
    }),
  };
}

/** Two buffers by turns: the next slice is read while the last one is worked on. */
async function* slicesOf(
  path: string,
  onRead: ((bytes: number) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  const buffers = [new Uint8Array(SLICE), new Uint8Array(SLICE)] as const;
  const read = (turn: number) => file.read(buffers[turn % 2 === 0 ? 0 : 1], 0, SLICE, null);
  try {
    let next = read(0);
    for (let turn = 1, taken = 0; ; turn++) {
      const { bytesRead, buffer } = await next;
      if (bytesRead === 0) return;
      next = read(turn);
      yield buffer.subarray(0, bytesRead);
      taken += bytesRead;
      onRead?.(taken);
    }
  } finally {
    await file.close();
  }
}
