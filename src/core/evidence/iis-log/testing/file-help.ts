/** What the tests of the byte path share: a file read in pieces, and its result without places. */
import type { Log } from '../../../contract/decoded.ts';
import type { Reading } from '../../reader.ts';
import { type FileReading, readingOf } from '../file/excerpt.ts';
import { fillFrom } from '../file/fill.ts';
import { LogFile } from '../file/log-file.ts';

/** Reads `bytes` that come in pieces which end at `cuts`, `block` bytes at once. */
export async function readBytes(
  bytes: Uint8Array,
  cuts: readonly number[],
  block: number,
): Promise<FileReading> {
  const file = await LogFile.create({}, block);
  await file.read(fillFrom(pieces(bytes, cuts)));
  file.finish();
  return readingOf(file.log, (place, length) =>
    Promise.resolve(bytes.subarray(place, place + length)),
  );
}

async function* pieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    yield await Promise.resolve(bytes.subarray(at, cut));
    at = Math.max(at, cut);
  }
}

/** Every `step` bytes of `length`. */
export function everyBytes(length: number, step: number): number[] {
  return Array.from({ length: Math.ceil(length / step) }, (_, i) => (i + 1) * step);
}

/** A log without what says where in the text things are. */
export function withoutPlaces(log: Log | undefined): unknown {
  const text = JSON.stringify(log ?? null, (key, value: unknown) =>
    key === 'at' || key === 'rest' ? undefined : value,
  );
  return JSON.parse(text);
}

/** What could not be read, in words. */
export function problemsOf(reading: Reading | undefined): string[] {
  return (reading?.problems ?? []).map(({ message }) => message);
}
