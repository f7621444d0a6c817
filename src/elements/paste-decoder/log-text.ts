/** A log to take along: its rows for a spreadsheet, its story for a ticket. */
import {
  counted,
  csvCell,
  type LogEntry,
  markdownCode,
  markdownText,
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

/** The rows as RFC 4180 has them; a value that would be a formula gets an apostrophe before it. */
export function asCsv(entries: readonly LogEntry[]): string {
  const lines = entries.map((entry) => COLUMNS.map(([, value]) => csvCell(value(entry))));
  return [COLUMNS.map(([head]) => csvCell(head)), ...lines]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}

/** Summary, outcomes and names, as GitHub's Markdown has tables. */
export function asMarkdown(story: Story): string {
  const { outcomes, clients, users, resources, first, last } = story;
  return [
    '## 401s of a log',
    '',
    ...story.summary.map((sentence) => `- ${markdownText(sentence)}`),
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
        markdownCode(name),
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
