/** A log to take along: its rows for a spreadsheet, its story for a ticket. */
import {
  counted,
  type LogEntry,
  OUTCOME_WORDS,
  type Story,
  type StoryNames,
} from '../../core/index.ts';

type Value = string | number | boolean | undefined;

const COLUMNS: readonly (readonly [head: string, value: (entry: LogEntry) => Value])[] = [
  ['line', ({ line }) => line],
  ['time', ({ time }) => time],
  ['c-ip', ({ clientIp }) => clientIp],
  ['cs-username', ({ user }) => user],
  ['cs-method', ({ method }) => method],
  ['cs-uri-stem', ({ uri }) => uri],
  ['sc-status', ({ status }) => status],
  ['sc-substatus', ({ substatus }) => substatus],
  ['sc-win32-status', ({ win32 }) => win32],
  ['substatus name', ({ substatusName }) => substatusName],
  ['win32 name', ({ win32Name }) => win32Name],
  ['time-taken', ({ timeTaken }) => timeTaken],
  ['recovered', ({ recovered }) => recovered],
];

/**
 * What a spreadsheet would run as a formula, in its own and in wide letters, behind white space
 * too. (OWASP, "CSV Injection".)
 */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** The rows as RFC 4180 has them; a value that would be a formula gets an apostrophe before it. */
export function asCsv(entries: readonly LogEntry[]): string {
  const lines = entries.map((entry) => COLUMNS.map(([, value]) => cell(value(entry))));
  return [COLUMNS.map(([head]) => cell(head)), ...lines]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}

function cell(value: Value): string {
  const text = String(value ?? '');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Summary, outcomes and names, as GitHub's Markdown has tables. */
export function asMarkdown(story: Story): string {
  const { outcomes, clients, users, resources, first, last } = story;
  return [
    '## 401s of a log',
    '',
    story.summary.map(words).join(' '),
    '',
    ...(first === undefined ? [] : [`From ${first} to ${last ?? first}.`, '']),
    ...table(
      ['Outcome', 'Attempts'],
      outcomes.map(({ outcome, count }) => [OUTCOME_WORDS[outcome].words, count]),
    ),
    ...names('Client', clients),
    ...names('User', users),
    ...names('Resource', resources),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function names(head: string, { distinct, more, top }: StoryNames): string[] {
  if (top.length === 0) return [];
  const left = distinct - top.length;
  return [
    ...table(
      [head, 'Attempts', 'Not accepted', 'Most often'],
      top.map(({ name, attempts, failed, outcome }) => [
        code(name),
        attempts,
        failed,
        OUTCOME_WORDS[outcome].words,
      ]),
    ),
    ...(left > 0 ? [`${more ? 'At least ' : ''}${counted(left, 'more name')}.`, ''] : []),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly Value[])[]): string[] {
  const line = (cells: readonly Value[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line), ''];
}

/** A name from the log, as code: nothing in it is markup, and it stays in its cell. */
function code(name: string): string {
  const plain = name.replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '\\|');
  return `\`${plain}\``;
}

/**
 * A sentence with names in it: what would become a tag, a link, code or a cell is escaped, and a
 * backslash where Markdown would take it for an escape. The rest stays readable as it is.
 */
function words(sentence: string): string {
  const plain = sentence.replace(/\s+/g, ' ');
  return plain.replace(/[`*[\]<>|~]|\\(?=[!-/:-@[-`{-~])/g, '\\$&');
}
