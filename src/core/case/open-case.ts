/** A case: all pieces of evidence read together, and what follows from them. */
import type { Decoded, Kind, Problem } from '../contract/decoded.ts';
import type { Options, Reading } from '../evidence/reader.ts';
import { FactBase, type Source } from '../facts/fact-base.ts';
import { cover } from '../facts/span.ts';
import { PASTE_LENGTH, PROBLEMS } from '../limits.ts';
import type { Conclusion } from './conclude.ts';
import { loadPart } from './load-part.ts';
import { markSource } from './mark-source.ts';
import { readSource, type SourceReading } from './read-source.ts';
import type { Rule } from './rule.ts';

/** A piece of evidence as it comes in. */
export interface CaseInput {
  /** Name of its file. */
  readonly name?: string;
  /** What was pasted; of large log files, an excerpt of their rows. */
  readonly text: string;
  /** What is known already of files that are too large to be a text. */
  readonly reading?: Reading;
}

interface ReadSource extends SourceReading {
  readonly source: Source;
  /** False for files that are too large to be a text. */
  readonly isText: boolean;
  readonly kinds: Kind[];
}

/**
 * Reads every input and judges them together. Never rejects: what cannot be read is in `problems`,
 * next to everything that could. The spans name their source when there are several.
 */
export async function openCase(
  inputs: readonly CaseInput[],
  options: Options = {},
): Promise<Decoded> {
  const read: ReadSource[] = [];
  for (const [index, input] of inputs.entries()) {
    const source = sourceOf(input, index);
    const { readings, rules, problems } = await readInput(input, options);
    if (inputs.length > 1) markSource([readings, problems], source.id);
    const kinds = kindsOf(readings, input.text);
    read.push({ source, readings, rules, problems, kinds, isText: !input.reading });
  }
  const evidence = evidenceOf(await withOneLog(read, options));
  const base = new FactBase(
    read.map(({ source }) => source),
    evidence,
  );
  const problems: Problem[] = [];
  const part = await loadPart('draws conclusions', () => import('./conclude.ts'), problems);
  const conclusion = (await part?.conclude(base, rulesOf(read), problems)) ?? NO_CONCLUSION;
  const site = await siteOf(base, problems);
  return {
    ...evidence,
    ...conclusion,
    ...(site && { site }),
    problems: limited([...evidence.problems, ...problems]),
  };
}

/** What the site in the case should be like, and what it is like; loaded when something is known of one. */
async function siteOf(base: FactBase, problems: Problem[]): Promise<Decoded['site']> {
  if (!base.has('messages') && !base.has('tokens') && base.facts.length === 0) return undefined;
  const load = () => import('./site/site-tables.ts');
  return (await loadPart('compares a site with what it needs', load, problems))?.siteTables(
    base,
    problems,
  );
}

const NO_CONCLUSION: Conclusion = {
  findings: [],
  checks: [],
  ruledOut: [],
  undecided: [],
  asks: [],
};

/** Several texts with log rows are one log: the attempts of a client go on from text to text. */
async function withOneLog(read: readonly ReadSource[], options: Options): Promise<ReadSource[]> {
  const logs = read.filter(({ isText, readings }) => isText && readings.some(({ log }) => log));
  const [first] = logs;
  if (!first || logs.length < 2) return [...read];
  const { readLogTexts } = await import('../evidence/iis-log/read-texts.ts');
  const texts = logs.map(({ source: { id, name, text }, readings }) => ({
    text: text.slice(0, PASTE_LENGTH),
    claimed: readings.slice(0, indexOfLog(readings)).flatMap(({ claimed }) => claimed),
    file: name ?? `paste ${id}`,
    source: id,
  }));
  const together = readLogTexts(texts, options);
  if (!together) return [...read];
  return read.map((one) => {
    if (!logs.includes(one)) return one;
    const own = one === first ? [together] : [];
    return { ...one, readings: [...one.readings.filter(({ log }) => !log), ...own] };
  });
}

const indexOfLog = (readings: readonly Reading[]): number => readings.findIndex(({ log }) => log);

/** Ids count from 1, in the order in which the pieces were given. */
function sourceOf({ name, text }: CaseInput, index: number): Source {
  return { id: String(index + 1), ...(name !== undefined && { name }), text };
}

async function readInput(input: CaseInput, options: Options): Promise<SourceReading> {
  if (!input.reading) return readSource(input.text, options);
  const { LOG_RULES } = await import('../evidence/iis-log/rules/rules.ts');
  return { readings: [input.reading], rules: LOG_RULES, problems: [] };
}

function evidenceOf(
  read: readonly ReadSource[],
): Pick<
  Decoded,
  'sources' | 'kinds' | 'tokens' | 'messages' | 'codes' | 'log' | 'facts' | 'problems'
> {
  const readings = read.flatMap((source) => source.readings);
  const messages = readings.flatMap((reading) => reading.messages ?? []);
  const codes = readings.flatMap((reading) => reading.codes ?? []);
  const log = readings.find((reading) => reading.log)?.log;
  const kinds = [...new Set(read.flatMap((source) => source.kinds))];
  const known = kinds.filter((kind) => kind !== 'unknown');
  return {
    sources: read.map(({ source: { id, name }, kinds }) => ({
      id,
      ...(name !== undefined && { name }),
      kinds,
    })),
    kinds: known.length > 0 ? known : kinds,
    tokens: readings.flatMap((reading) => reading.tokens ?? []),
    ...(log && { log }),
    ...(messages.length > 0 && { messages }),
    ...(codes.length > 0 && { codes }),
    facts: readings.flatMap((reading) => reading.facts ?? []),
    problems: read.flatMap(({ readings, problems }) => [
      ...readings.flatMap((reading) => reading.problems ?? []),
      ...problems,
    ]),
  };
}

/** In the order of the text; `unknown` alone when there is text and nobody recognises it. */
function kindsOf(readings: readonly Reading[], text: string): Kind[] {
  const kinds = readings
    .map(({ kinds, claimed }) => ({ kinds, start: cover(claimed)?.start ?? 0 }))
    .sort((a, b) => a.start - b.start)
    .flatMap(({ kinds }) => kinds);
  return kinds.length === 0 && text.trim() !== '' ? ['unknown'] : [...new Set(kinds)];
}

/** The rules of all sources, each once. */
function rulesOf(read: readonly ReadSource[]): Rule[] {
  return [...new Set(read.flatMap(({ rules }) => rules))];
}

function limited(problems: Problem[]): Problem[] {
  const last = problems[PROBLEMS - 1];
  if (!last || problems.length === PROBLEMS) return problems;
  const more = problems.length - PROBLEMS + 1;
  return [
    ...problems.slice(0, PROBLEMS - 1),
    { message: `${more} more problems are not listed.`, at: last.at },
  ];
}
