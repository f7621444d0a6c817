/**
 * Values of the registry that have to do with signing in: `reg query`, `.reg` files, PowerShell, security
 * templates, gpresult, and the report of SQLCheck, with the SPNs that it lists.
 */
import type { Kind } from '../../contract/kind.ts';
import { readParts } from '../../text/line-parts.ts';
import { printedLines } from '../../text/printed-lines.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { flush, type Entries, type Part } from './entries.ts';
import { alone, command, listed } from './powershell.ts';
import { regFile } from './reg-file.ts';
import { keyLine, notFound, queried } from './reg-query.ts';
import { sqlcheck } from './sqlcheck.ts';
import { extraSetting, gpresult, template } from './templates.ts';

/** In the order in which they are asked. */
const PARTS: readonly Part[] = [
  command,
  keyLine,
  queried,
  notFound,
  regFile,
  template,
  gpresult,
  extraSetting,
  sqlcheck,
  listed,
  alone,
];

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const entries: Entries = { facts: [], claimed: [], waiting: [], count: 0 };
  readParts(printedLines(text, taken), PARTS, entries);
  flush(entries);
  const { claimed, count } = entries;
  if (claimed.length === 0) return undefined;
  const facts = entries.facts.sort((a, b) => a.at.start - b.at.start);
  const kinds: Kind[] = count > 0 ? ['registry'] : [];
  if (facts.some(({ kind }) => kind === 'browserPolicy')) kinds.push('policy');
  return { kinds, facts, claimed };
}

export const registry: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).REGISTRY_RULES,
};
