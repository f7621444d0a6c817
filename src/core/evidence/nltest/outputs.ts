/** What has been read so far of a paste with one or more outputs of nltest and its relatives. */
import type { Fact } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';

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

/** Reads from the line at `index` on; returns how many lines it has read, 0 when they are not its own. */
export type Part = (lines: readonly PrintedLine[], index: number, outputs: Outputs) => number;

/** The whole line, or several. */
export function placeOfLines(lines: readonly PrintedLine[], from: number, count: number): Span {
  const [first, last] = [lines[from], lines[from + count - 1]];
  return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
}
