/** The decoded document as a person reads it in a terminal: the verdict first, then all the rest. */
import {
  type CaseInput,
  CHECKS,
  type Decoded,
  type Finding,
  type Span,
  type Step,
  terminalText,
  WHERE,
} from '../core/index.ts';
import { excerptOf } from './excerpt.ts';
import { maskSecrets } from './mask.ts';
import { siteSection } from './site-section.ts';
import { codesSection, logSection, tokensSection } from './sections.ts';
import { plain, wrap, type Layout } from './terminal.ts';

/** Pieces of evidence shown for a finding; the others are counted. */
const SHOWN = 3;
const INDENT = '  ';

/** The whole report on the pieces of evidence that were given; ends with a line end. */
export function report(
  decoded: Decoded,
  inputs: readonly CaseInput[],
  layout: Layout = { width: 100, paint: plain },
): string {
  const page = new Page(decoded, inputs, layout);
  const [verdict, ...others] = decoded.findings;
  const sections = [
    verdict ? findingLines(verdict, page, true) : noVerdict(decoded),
    ...others.map((finding) => findingLines(finding, page, false)),
    ...siteSection(decoded.site, layout),
    asksSection(decoded, layout),
    checksSection(decoded, layout),
    consideredSection('Ruled out', decoded.ruledOut, layout),
    consideredSection('Not decided by this evidence', decoded.undecided, layout),
    ...tokensSection(decoded.tokens, layout),
    logSection(decoded.log, layout),
    codesSection(decoded.codes, layout),
    problemsSection(decoded, page),
  ];
  return `${sections
    .filter((lines) => lines.length)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What the report quotes from: the evidence with its secrets masked. */
class Page {
  readonly layout: Layout;
  readonly #decoded: Decoded;
  readonly #texts: readonly string[];
  readonly #names: readonly (string | undefined)[];

  constructor(decoded: Decoded, inputs: readonly CaseInput[], layout: Layout) {
    this.layout = layout;
    this.#decoded = decoded;
    this.#names = inputs.map(({ name }) => name);
    this.#texts = inputs.map(({ text }, index) =>
      maskSecrets(
        text,
        decoded.tokens.filter(({ at }) => this.#indexOf(at) === index),
      ),
    );
  }

  /** The source that a place is in; in a case of one source the places do not name it. */
  #indexOf({ source }: Span): number {
    const index = this.#decoded.sources.findIndex(({ id }) => id === source);
    return Math.max(0, index);
  }

  textOf(at: Span): string {
    return this.#texts[this.#indexOf(at)] ?? '';
  }

  /** `klist.txt, line 3`; in an excerpt of large files, the line of its file. */
  placeOf(at: Span): string {
    const entry = this.#decoded.log?.entries.find(
      (row) => row.at.source === at.source && row.at.start <= at.start && at.end <= row.at.end,
    );
    const line = entry?.line ?? excerptOf(this.textOf(at), at, 1).line;
    const name = entry?.file ?? (this.#texts.length > 1 ? this.#nameOf(at) : undefined);
    return name === undefined ? `line ${line}` : `${terminalText(name)}, line ${line}`;
  }

  #nameOf(at: Span): string {
    const index = this.#indexOf(at);
    return this.#names[index] ?? `piece ${index + 1}`;
  }
}

function noVerdict({ kinds }: Decoded): string[] {
  if (kinds.some((kind) => kind !== 'unknown'))
    return ['Nothing to conclude. What was read follows.'];
  return [
    'Nothing was recognised.',
    'Expected: rows of an IIS log, an Authorization or WWW-Authenticate header, an HTTP message or trace,',
    'a Kerberos trace, the output of klist, setspn, nslookup or appcmd, IIS configuration, an error message',
    'or a code.',
  ];
}

function findingLines(
  { severity, title, caveat, evidence, next = [], article }: Finding,
  page: Page,
  isVerdict: boolean,
): string[] {
  const { width, paint } = page.layout;
  const word = severity.toUpperCase();
  const hang = ' '.repeat(word.length + 2);
  const [first = '', ...rest] = wrap(title, width - hang.length);
  const tone = isVerdict ? (line: string) => paint('strong', line) : (line: string) => line;
  return [
    `${paint(severity, word)}  ${tone(first)}`,
    ...rest.map((line) => hang + tone(line)),
    ...evidence.slice(0, SHOWN).flatMap((span) => {
      const label = `${INDENT}${page.placeOf(span)} | `;
      const { text: line, marker } = excerptOf(page.textOf(span), span, width - label.length);
      const under = `${' '.repeat(label.length - 2)}| ${marker}`;
      return [paint('quiet', label) + line, paint(severity, under)];
    }),
    ...(evidence.length > SHOWN ? [`${INDENT}and ${evidence.length - SHOWN} more`] : []),
    ...(caveat === undefined ? [] : labelled('Note', caveat, width)),
    ...next.flatMap((step) => stepLines(step, width)),
    ...labelled('Read', article, width),
  ];
}

/** A command is never broken over two lines, as it could not be copied then. */
function stepLines(step: Step, width: number): string[] {
  if ('say' in step) return labelled('Next', step.say, width);
  return [`${INDENT}${'Next'.padEnd(6)}${terminalText(step.run)}   (${WHERE[step.on]})`];
}

function labelled(label: string, value: string, width: number): string[] {
  const hang = INDENT + ' '.repeat(6);
  const [first = '', ...rest] = wrap(value, width - hang.length);
  return [`${INDENT}${label.padEnd(6)}${first}`, ...rest.map((line) => hang + line)];
}

function asksSection({ asks }: Decoded, { width, paint }: Layout): string[] {
  if (asks.length === 0) return [];
  return [
    paint('strong', 'What would tell more'),
    ...asks.flatMap(({ why, step }) => [...labelled('', why, width), ...stepLines(step, width)]),
  ];
}

function checksSection({ checks }: Decoded, { width, paint }: Layout): string[] {
  const settled = checks.filter(({ state, known }) => state !== 'unknown' || known !== undefined);
  if (settled.length === 0) return [];
  return [
    paint('strong', 'In the Kerberos checklist'),
    ...settled.flatMap(({ id, state, says, known }) => {
      const question = CHECKS.find((check) => check.id === id)?.question ?? id;
      const word = state === 'unknown' ? 'half known' : state;
      const lines = wrap(`${question} ${word}: ${says ?? known ?? ''}`, width - INDENT.length * 2);
      return lines.map((line, index) => INDENT + (index === 0 ? '' : INDENT) + line);
    }),
  ];
}

function consideredSection(
  heading: string,
  considered: Decoded['ruledOut'],
  { width, paint }: Layout,
): string[] {
  if (considered.length === 0) return [];
  return [
    paint('strong', heading),
    ...considered.flatMap(({ says, missing }) => {
      const wanted = missing ? ` Missing: ${[...new Set(missing)].join(', ')}.` : '';
      const [first = '', ...rest] = wrap(`${says}${wanted}`, width - INDENT.length * 2);
      return [INDENT + first, ...rest.map((line) => INDENT + INDENT + line)];
    }),
  ];
}

/** Problems that no finding has already said in the same words. */
function problemsSection(decoded: Decoded, page: Page): string[] {
  const { width, paint } = page.layout;
  const said = new Set(decoded.findings.map(({ title }) => title));
  const problems = decoded.problems.filter(({ message }) => !said.has(message));
  if (!problems.length) return [];
  return [
    paint('strong', 'Could not be read'),
    ...problems.flatMap(({ message, at }) => {
      const [first = '', ...rest] = wrap(
        `${page.placeOf(at)}: ${message}`,
        width - INDENT.length * 2,
      );
      return [INDENT + first, ...rest.map((line) => INDENT + INDENT + line)];
    }),
  ];
}
