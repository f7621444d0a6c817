/** A command line of klist. */
import type { Spn } from '../../facts/names.ts';

export interface KlistCommand {
  /** `get`, `tgt`, `sessions`, ...; `tickets` where none is written. */
  readonly verb: string;
  readonly spn?: Spn;
}
