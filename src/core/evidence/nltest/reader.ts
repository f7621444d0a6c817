/**
 * nltest, netdom and Test-ComputerSecureChannel: what Netlogon says about the secure channel of a
 * computer, about domain controllers and about trusts.
 *
 * Source: Microsoft, nltest and netdom in the Windows commands reference; Test-ComputerSecureChannel.
 */
import { readParts } from '../../text/line-parts.ts';
import { printedLines } from '../../text/printed-lines.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { netdomAnswer, powershellAnswer } from './answers.ts';
import { commandLine } from './command-line.ts';
import { listed } from './listed.ts';
import { located } from './located.ts';
import type { Outputs, Part } from './outputs.ts';
import { statuses } from './statuses.ts';
import { trusts } from './trusts.ts';

/** In the order in which they are asked; a command line explains nothing by itself. */
const PARTS: readonly Part[] = [
  commandLine,
  statuses,
  located,
  listed,
  trusts,
  netdomAnswer,
  powershellAnswer,
];

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const lines = printedLines(text, taken);
  const outputs: Outputs = { facts: [], claimed: [] };
  readParts(lines, PARTS, outputs);
  const { facts, claimed } = outputs;
  return facts.length > 0 ? { kinds: ['nltest'], facts, claimed } : undefined;
}

export const nltest: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).NLTEST_RULES,
};
