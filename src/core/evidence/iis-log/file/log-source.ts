/** A log in a file, whatever it is packed in: a stream of bytes in UTF-8, which can be read again. */
import type { Fill } from './fill.ts';

/** Gives bytes of the log again, by their place. */
export type ReadAgain = (place: number, length: number) => Promise<Uint8Array>;

export interface LogSource {
  readonly name: string;
  /** Bytes of the file as it is stored, for progress. */
  readonly size: number;
  /**
   * All bytes from the first one on; `onRead` is told how many of `size` have been taken. Rejects
   * with a sentence where the file is damaged, after what is intact.
   */
  open(onRead?: (bytes: number) => void): Fill;
  readonly readAgain: ReadAgain;
}

/** A file as a browser or Node gives it. */
export interface NamedBlob {
  readonly name: string;
  readonly blob: Blob;
}

/** A file that cannot be opened: reading it says why. */
export function unopened(name: string, reason: string): LogSource {
  return {
    name,
    size: 0,
    open: () => () => Promise.reject(new Error(reason)),
    readAgain: () => Promise.resolve(new Uint8Array()),
  };
}
