/** What is handed over of a case: the verdict with its proof, what was ruled out, what to do next. */
import {
  CHECKS,
  type Decoded,
  type Finding,
  KIND_NAMES,
  markdownCode,
  markdownText,
  type Span,
  type Step,
  STATE_WORDS,
  WHERE,
} from '../../core/index.ts';
import { SEVERITY_WORDS } from '../severity.ts';

/** A line of proof, as it is quoted on the page. */
interface Quoted {
  readonly place: string;
  readonly line: string;
}

export interface Ticket {
  readonly severity: string;
  readonly verdict: string;
  readonly proof: readonly Quoted[];
  readonly caveat?: string;
  readonly next: readonly string[];
  readonly log?: readonly string[];
  readonly checks: readonly string[];
  readonly ruledOut: readonly string[];
  readonly undecided: readonly string[];
  readonly evidence: readonly string[];
  readonly article: string;
  readonly made: string;
}

export interface Sources {
  readonly decoded: Decoded;
  /** The letter and the words for each piece. */
  readonly pieces: readonly string[];
  readonly quotes: (spans: readonly Span[]) => readonly Quoted[];
  /** Turns a site path into an address. */
  readonly addressOf: (path: string) => string;
  /** `401 Field Guide 1.0.0, 2026-11-26` */
  readonly made: string;
}

/** Characters that are a token or a key, or credentials: they are never taken along. */
const SECRET = /[\w+/-]{32,}={0,2}|(?<=\bBasic\s{1,4})\S+/g;

/** The ticket; each text that may hold a name goes through `mask`. */
export function ticketOf(sources: Sources, mask: (text: string) => string): Ticket | undefined {
  const { decoded, pieces, quotes, addressOf, made } = sources;
  const [first] = decoded.findings;
  if (!first) return undefined;
  const safe = (text: string) => mask(text.replace(SECRET, '(left out)'));
  const summary = decoded.log?.story?.summary.map(safe);
  return {
    severity: SEVERITY_WORDS[first.severity],
    verdict: safe(first.title),
    proof: quotes(first.evidence).map(({ place, line }) => ({ place, line: safe(line) })),
    ...(first.caveat !== undefined && { caveat: safe(first.caveat) }),
    next: stepsOf(first).map((step) => mask(stepWords(step))),
    ...(summary && { log: summary }),
    checks: checksOf(decoded),
    ruledOut: decoded.ruledOut.map(({ says }) => says),
    undecided: decoded.undecided.map(
      ({ says, missing = [] }) => `${says} Missing: ${missing.map(nameOf).join(', ')}.`,
    ),
    evidence: pieces.map(safe),
    article: addressOf(first.article),
    made,
  };
}

function stepsOf({ next = [] }: Finding): readonly Step[] {
  return next;
}

function stepWords(step: Step): string {
  return 'say' in step ? step.say : `${step.run}   # ${WHERE[step.on]}`;
}

function nameOf(kind: Decoded['kinds'][number]): string {
  return kind === 'unknown' ? 'other evidence' : KIND_NAMES[kind];
}

function checksOf({ checks }: Decoded): string[] {
  return CHECKS.flatMap(({ id, question }, index) => {
    const result = checks.find((check) => check.id === id);
    if (!result || result.state === 'unknown') return [];
    return [`${index + 1}. ${question} ${STATE_WORDS[result.state]}: ${result.says ?? ''}`.trim()];
  });
}

type Section = readonly [title: string, lines: readonly string[]];

function sectionsOf(ticket: Ticket): Section[] {
  const { log = [], checks, ruledOut, undecided, evidence } = ticket;
  const all: Section[] = [
    ['The log', log],
    ['Checks settled', checks],
    ['Ruled out', ruledOut],
    ['Not decided', undecided],
    ['Evidence', evidence],
  ];
  return all.filter(([, lines]) => lines.length > 0);
}

export function asMarkdown(ticket: Ticket): string {
  const { severity, verdict, proof, caveat, next, article, made } = ticket;
  return [
    `**${severity}: ${markdownText(verdict)}**`,
    ...(proof.length > 0
      ? ['## Proof', ['| Place | Line |', '| --- | --- |', ...proof.map(markdownRow)].join('\n')]
      : []),
    ...(next.length > 0 ? ['## Next', next.map(markdownStep).join('\n')] : []),
    ...(caveat === undefined ? [] : [`Note: ${markdownText(caveat)}`]),
    ...sectionsOf(ticket).flatMap(([title, lines]) => [
      `## ${title}`,
      lines.map((line) => `- ${markdownText(line)}`).join('\n'),
    ]),
    `Read: <${article}>`,
    `${made}. Read in the browser; nothing was sent.`,
  ].join('\n\n');
}

function markdownRow({ place, line }: Quoted): string {
  return `| ${place} | ${markdownCode(line)} |`;
}

/** A command stays as it is; it has no line end and no backtick. */
function markdownStep(step: string): string {
  const [command, where] = step.split('   # ');
  if (where === undefined) return `- ${markdownText(step)}`;
  return `- ${where}: \`${command ?? ''}\``;
}

export function asText(ticket: Ticket): string {
  const { severity, verdict, proof, caveat, next, article, made } = ticket;
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [[title, ...lines.map((line) => `  ${line}`)].join('\n')] : [];
  return [
    `${severity}: ${verdict}`,
    ...section(
      'Proof',
      proof.map(({ place, line }) => `${place}  ${line}`),
    ),
    ...section('Next', next),
    ...(caveat === undefined ? [] : [`Note: ${caveat}`]),
    ...sectionsOf(ticket).flatMap(([title, lines]) => section(title, lines)),
    `Read: ${article}`,
    `${made}. Read in the browser; nothing was sent.`,
  ].join('\n\n');
}

export function asJson(ticket: Ticket): string {
  return JSON.stringify(ticket, undefined, 2);
}
