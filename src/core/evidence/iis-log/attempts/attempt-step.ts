/**
 * What the rules of attempts ask of a row, whatever it was read from: a paste's row with all its
 * columns, or a few numbers out of a file of any size.
 */
import type { RowFormat } from '../rows/row.ts';

export interface Step {
  readonly format: RowFormat;
  readonly status: number;
  readonly substatus?: number | undefined;
  readonly win32?: number | undefined;
  /** Milliseconds since 1970, of the clock the log was written with. */
  readonly ms?: number | undefined;
  /** The same as ISO 8601, where the log's own offset is to be kept. */
  readonly time?: string | undefined;
  /** Milliseconds from the request's first byte to the answer's last. */
  readonly timeTaken?: number | undefined;
  /** '' when nobody was authenticated; absent when the column is missing. */
  readonly user?: string | undefined;
}
