/** A visitor of a log, and how its key is hashed where a scanner of bytes reads the same log. */
import { Visitor, type VisitorKey } from './attempts/attempt.ts';
import type { KeptRow } from './kept-row.ts';

/** Hashes text as the scanner hashes bytes, so that rows read in both ways meet. */
export interface KeyHasher {
  /** The hash of a visitor's key, 53 bits. */
  readonly keyOf: (key: string) => number;
  /** 16 bits of a hash of client and resource. */
  readonly visitBits: (client: string, resource: string) => number;
}

/** Remembers the user seen last as well, so that a name in bytes is decoded once. */
export class LogVisitor extends Visitor<KeptRow> {
  /** The scanner's 16 bits of client and resource. */
  readonly bits: number;
  userHash = 0;
  userName = '';

  constructor(key: VisitorKey, client: string, resource: string, bits: number) {
    super(key, client, resource);
    this.bits = bits;
  }
}
