/** What has been read so far of a paste with one or more outputs of nltest and its relatives. */
import type { Fact } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import type { LinePart } from '../../text/line-parts.ts';

/** The command that the lines below it answer. */
export interface NetlogonCommand {
  readonly tool: 'nltest' | 'netdom' | 'Test-ComputerSecureChannel';
  /** `sc_verify`, `dsgetdc`; of netdom `verify`, `query trust`. */
  readonly verb?: string;
  readonly domain?: string;
  /** The computer that was asked, where it is not the one on which the command ran. */
  readonly server?: string;
}

export interface Outputs {
  readonly facts: Fact[];
  readonly claimed: Span[];
  command?: NetlogonCommand | undefined;
}

export type Part = LinePart<Outputs>;
