/**
 * What .NET programs say of a logon: WCF, PowerShell, WinRM, the Negotiate handler of ASP.NET Core;
 * and Ansible, which speaks to WinRM. It states the schemes, hosts and codes that the messages name;
 * the messages themselves are for the reader that knows their words.
 */
import type { Fact } from '../../facts/fact.ts';
import { TRACE_FACTS } from '../../limits.ts';
import { clean } from '../../text/clean.ts';
import { occupiedBy } from '../../text/occupied.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { ansible } from './ansible.ts';
import { negotiateHandler } from './negotiate-handler.ts';
import type { Part } from './part.ts';
import { sourceCode } from './source-code.ts';
import { wcf } from './wcf.ts';
import { webCmdlets } from './web-cmdlets.ts';
import { winrm } from './winrm.ts';

const PARTS: readonly Part[] = [wcf, negotiateHandler, winrm, ansible, webCmdlets, sourceCode];

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const { text: cleaned, original } = clean(text);
  const isTaken = occupiedBy(taken);
  const found = PARTS.map((part) => part(cleaned));
  const facts = found
    .flatMap((one) => one.facts.slice(0, TRACE_FACTS))
    .map((fact): Fact => ({ ...fact, at: original(fact.at) }))
    .filter(({ at }) => !isTaken(at))
    .sort((a, b) => a.at.start - b.at.start);
  const claimed = found.flatMap((one) => one.claimed ?? []).map(original);
  if (facts.length === 0 && claimed.length === 0) return undefined;
  return { kinds: ['dotnet'], facts, claimed };
}

export const dotnet: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).DOTNET_RULES,
};
