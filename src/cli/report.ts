/** The decoded document as a person reads it in a terminal: the verdict first, then all the rest. */
import type { Decoded, Finding, Log } from '../core/contract/decoded.ts';
import type { Span } from '../core/facts/span.ts';
import { excerptOf } from './excerpt.ts';
import { maskPasswords } from './mask.ts';
import { codesSection, logSection, tokensSection } from './sections.ts';
import { plain, visible, wrap, type Layout } from './terminal.ts';

/** Pieces of evidence shown for a finding; the others are counted. */
const SHOWN = 3;
const INDENT = '  ';

/** The whole report; ends with a line end. */
export function report(
  decoded: Decoded,
  text: string,
  layout: Layout = { width: 100, paint: plain },
): string {
  const shown = maskPasswords(text, decoded.tokens);
  const place = (span: Span) => placeOf(decoded.log, shown, span);
  const [verdict, ...others] = decoded.findings;
  const sections = [
    verdict ? findingLines(verdict, place, shown, layout, true) : noVerdict(decoded),
    ...others.map((finding) => findingLines(finding, place, shown, layout, false)),
    ...tokensSection(decoded.tokens, layout),
    logSection(decoded.log, layout),
    codesSection(decoded.codes, layout),
    problemsSection(decoded, shown, layout),
  ];
  return `${sections
    .filter((lines) => lines.length)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function noVerdict({ tokens, log, codes, messages }: Decoded): string[] {
  const parts = [tokens, codes ?? [], messages ?? [], log ? [log] : []];
  if (parts.some((part) => part.length)) return ['Nothing to conclude. What was read follows.'];
  return [
    'Nothing was recognised.',
    'Log rows, an Authorization or WWW-Authenticate header, an HTTP message or a code can be read.',
  ];
}

function findingLines(
  { severity, title, caveat, evidence, next = [], article }: Finding,
  place: (span: Span) => string,
  text: string,
  { width, paint }: Layout,
  isVerdict: boolean,
): string[] {
  const word = severity.toUpperCase();
  const hang = ' '.repeat(word.length + 2);
  const [first = '', ...rest] = wrap(title, width - hang.length);
  const tone = isVerdict ? (line: string) => paint('strong', line) : (line: string) => line;
  return [
    `${paint(severity, word)}  ${tone(first)}`,
    ...rest.map((line) => hang + tone(line)),
    ...evidence.slice(0, SHOWN).flatMap((span) => {
      const label = `${INDENT}${place(span)} | `;
      const { text: line, marker } = excerptOf(text, span, width - label.length);
      const under = `${' '.repeat(label.length - 2)}| ${marker}`;
      return [paint('quiet', label) + line, paint(severity, under)];
    }),
    ...(evidence.length > SHOWN ? [`${INDENT}and ${evidence.length - SHOWN} more`] : []),
    ...(caveat === undefined ? [] : labelled('Note', caveat, width)),
    // A command that is broken over two lines cannot be copied.
    ...next.map((step) => `${INDENT}${'Next'.padEnd(6)}${visible(step)}`),
    ...labelled('Read', article, width),
  ];
}

/** The line in the input; in an excerpt of large files, the line of its file. */
function placeOf(log: Log | undefined, text: string, { start, end }: Span): string {
  const entry = log?.entries.find(({ at }) => at.start <= start && end <= at.end);
  if (entry?.file !== undefined) return `${entry.file}, line ${entry.line}`;
  return `line ${entry?.line ?? excerptOf(text, { start, end }, 1).line}`;
}

function labelled(label: string, value: string, width: number): string[] {
  const hang = INDENT + ' '.repeat(6);
  const [first = '', ...rest] = wrap(value, width - hang.length);
  return [`${INDENT}${label.padEnd(6)}${first}`, ...rest.map((line) => hang + line)];
}

/** Problems that no finding has already said in the same words. */
function problemsSection(decoded: Decoded, text: string, { width, paint }: Layout): string[] {
  const said = new Set(decoded.findings.map(({ title }) => title));
  const problems = decoded.problems.filter(({ message }) => !said.has(message));
  if (!problems.length) return [];
  return [
    paint('strong', 'Could not be read'),
    ...problems.flatMap(({ message, at }) => {
      const [first = '', ...rest] = wrap(
        `${placeOf(decoded.log, text, at)}: ${message}`,
        width - INDENT.length * 2,
      );
      return [INDENT + first, ...rest.map((line) => INDENT + INDENT + line)];
    }),
  ];
}
