/** The parts of a report below the findings: tokens, log, codes. */
import {
  type Code,
  describeHttp,
  describeWin32,
  type Field,
  type Log,
  readingWords,
  type Story,
  terminalText,
  type Token,
  withoutFraming,
} from '../core/index.ts';
import { wrap, type Layout } from './terminal.ts';

const INDENT = '  ';

/** Kinds of status listed for a log; the others are counted. */
const STATUSES = 20;
/** Names listed of one kind. */
const NAMES = 5;

/** One block per token: what it is, then its fields as a tree. */
export function tokensSection(tokens: readonly Token[], { paint, width }: Layout): string[][] {
  return tokens.map((token) => [
    paint('strong', terminalText(`Token: ${token.layers.join(' > ')}`)),
    INDENT + terminalText(sizeOf(token)),
    ...token.fields.flatMap((field) => fieldLines(withoutFraming(field), INDENT, width)),
  ]);
}

function sizeOf({ header, scheme, bytes, complete, expectedBytes }: Token): string {
  const where = [header, scheme].filter(Boolean).join(': ');
  const size = expectedBytes === undefined ? `${bytes}` : `${bytes} of ${expectedBytes}`;
  return `${where ? `${where}, ` : ''}${size} bytes${complete ? '' : ', cut off'}`;
}

function fieldLines(field: Field, indent: string, width: number): string[] {
  const { name, value, meaning, cut, children = [] } = field;
  const text = [name, value, meaning && `(${meaning})`, cut && '[cut]'].filter(Boolean).join(' ');
  const [first = '', ...rest] = wrap(text, Math.max(20, width - indent.length - 4));
  return [
    indent + first,
    ...rest.map((line) => `${indent}    ${line}`),
    ...children.flatMap((child) => fieldLines(child, indent + INDENT, width)),
  ];
}

/** How many rows had which status, what became of the attempts, and who met it. */
export function logSection(log: Log | undefined, { paint, width }: Layout): string[] {
  if (!log) return [];
  const { format, rows, unreadable, statuses, sequences, reading, story } = log;
  const left = statuses.length - STATUSES;
  return [
    paint('strong', `Log: ${format}, ${counted(rows, 'row')} read, ${unreadable} could not be`),
    ...readingWords(reading).flatMap((words) =>
      wrap(words, width - INDENT.length).map((line) => INDENT + line),
    ),
    ...statuses.slice(0, STATUSES).map((one) => INDENT + statusLine(one)),
    ...(left > 0 ? [`${INDENT}and ${left} more kinds of status`] : []),
    ...sequences.map(
      ({ outcome, count, rows: inRows, clients, article }) =>
        `${INDENT}${outcome}: ${counted(count, 'attempt')}, ${counted(inRows, 'row')}, ` +
        `${counted(clients, 'client')}, ${article}`,
    ),
    ...storyLines(story, width),
  ];
}

/** The summary, and for each kind of name that has several the ones with most failed attempts. */
function storyLines(story: Story | undefined, width: number): string[] {
  if (!story) return [];
  return [
    ...story.summary.flatMap((sentence) => {
      const [first = '', ...rest] = wrap(sentence, width - 2 * INDENT.length);
      return [INDENT + first, ...rest.map((line) => INDENT + INDENT + line)];
    }),
    ...(['clients', 'users', 'resources'] as const).flatMap((kind) => {
      const { distinct, top } = story[kind];
      const failing = top.filter(({ failed }) => failed > 0).slice(0, NAMES);
      if (distinct < 2 || failing.length === 0) return [];
      return [
        `${INDENT}${kind} with most attempts that were not accepted, of ${distinct}:`,
        ...failing.map(
          ({ name, attempts, failed, outcome }) =>
            `${INDENT}${INDENT}${failed} of ${attempts}  ${terminalText(name)}  (${outcome})`,
        ),
      ];
    }),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function statusLine({ status, substatus, win32, rows }: Log['statuses'][number]): string {
  const row = describeHttp(status, substatus);
  const number = row?.code ?? (substatus === undefined ? status : `${status}.${substatus}`);
  const code = win32 === undefined ? undefined : describeWin32(win32);
  const after = win32 === undefined ? '' : ` ${win32}${code ? ` ${code.name}` : ''}`;
  return `${String(rows).padStart(7)} x ${number}${row ? ` (${row.name})` : ''}${after}`;
}

/** Each code with its number in both forms and what it means. */
export function codesSection(codes: readonly Code[] = [], { paint, width }: Layout): string[] {
  if (!codes.length) return [];
  return [
    paint('strong', 'Codes'),
    ...codes.flatMap(({ name, unsigned, hex, meaning, reference }) => [
      INDENT + terminalText([name, unsigned, hex].filter((part) => part !== undefined).join('  ')),
      ...[meaning, reference].flatMap((text) =>
        text === undefined ? [] : wrap(text, width - 4).map((line) => INDENT + INDENT + line),
      ),
    ]),
  ];
}
