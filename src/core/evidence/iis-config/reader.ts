/**
 * Configuration of IIS that decides who may sign in and how: applicationHost.config and web.config,
 * whole or in fragments, what appcmd and PowerShell list of them, and commands that would change them.
 *
 *     <windowsAuthentication enabled="true" useKernelMode="true">
 *       <providers><clear /><add value="Negotiate" /></providers>
 *     </windowsAuthentication>
 *
 * Source: IIS_schema.xml of IIS 10; the IIS configuration reference (MicrosoftDocs/iis-docs).
 */
import type { Fact } from '../../facts/fact.ts';
import { overlaps, type Span } from '../../facts/span.ts';
import { gapsBetween } from '../../text/gaps.ts';
import { readXml } from '../../text/xml.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { accessFacts } from './access-facts.ts';
import { readAppcmd } from './appcmd.ts';
import { authenticationFacts } from './authentication-facts.ts';
import { listings } from './listing.ts';
import { poolFacts } from './pool-facts.ts';
import { xmlFiles } from './xml-files.ts';

/** Lines around XML that are not read as lists: `<add`, prose. Blanks keep the places as they are. */
function without(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const covered = gapsBetween(text.length, gapsBetween(text.length, spans));
  let [result, from] = ['', 0];
  for (const { start, end } of covered) {
    result += text.slice(from, start) + '\n'.repeat(end - start);
    from = end;
  }
  return result + text.slice(from);
}

/** Reads all configuration in `text`, in the order of the text. */
function read(whole: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const text = without(whole, taken);
  const xml = text.includes('<') || text.includes('&lt;') ? readXml(text) : undefined;
  const appcmd = readAppcmd(text);
  const locationBefore = (at: number) =>
    appcmd.locations.findLast((one) => one.at <= at && at - one.at < 400)?.location;
  const fromXml = xmlFiles(xml?.roots ?? [], locationBefore);
  const lists = listings(without(text, fromXml.claimed));
  const files = [...fromXml.files, ...lists.files];
  const facts: Fact[] = [
    ...files.flatMap((file) => [
      ...authenticationFacts(file),
      ...poolFacts(file),
      ...accessFacts(file),
    ]),
    ...appcmd.facts,
  ];
  const claimed = [...fromXml.claimed, ...lists.claimed, ...appcmd.claimed];
  if (claimed.length === 0) return undefined;
  const problems = (xml?.problems ?? []).filter(({ at }) =>
    fromXml.claimed.some((span) => overlaps(span, { start: at.start - 1, end: at.end + 1 })),
  );
  facts.sort((a, b) => a.at.start - b.at.start);
  return { kinds: facts.length > 0 ? ['config'] : [], facts, claimed, problems };
}

export const iisConfig: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).IIS_CONFIG_RULES,
};
