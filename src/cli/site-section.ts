/** Expected and actual of each IIS site, a few lines for each name, and the commands that repair it. */
import {
  type Repair,
  type SiteCell,
  type SiteRow,
  type SiteTable,
  type Step,
  terminalText,
  WHERE,
} from '../core/index.ts';
import { wrap, type Layout, type Tone } from './terminal.ts';

const INDENT = '  ';
const LABEL = 20;

const FITS: Readonly<Record<SiteRow['status'], readonly [Tone, string]>> = {
  fits: ['ok', 'FITS'],
  'does-not-fit': ['error', 'DOES NOT FIT'],
  'not-known': ['info', 'NOT KNOWN'],
};

const UNKNOWN: SiteCell = { at: [] };

export function siteSection(tables: readonly SiteTable[] = [], layout: Layout): string[][] {
  return tables.map((table) => {
    const { site, rows, left = 0, repairs, caveat } = table;
    const title = site === undefined ? 'names that clients use' : `site ${site}`;
    return [
      layout.paint('strong', terminalText(`Expected and actual: ${title}`)),
      ...rows.flatMap((row) => rowLines(row, layout)),
      ...(left > 0 ? [`${INDENT}and ${left} more names`] : []),
      ...gaps(rows),
      ...repairs.flatMap((repair) => repairLines(repair, layout)),
      ...labelled('Note', caveat, layout.width),
    ];
  });
}

function rowLines(row: SiteRow, { width, paint }: Layout): string[] {
  const { name, spn, owner, decrypts, etypes, protection, reasons, status } = row;
  const [tone, word] = FITS[status];
  const cells: readonly (readonly [string, SiteCell | undefined])[] = [
    ['SPN', spn],
    ['Owner', owner],
    ['Decrypts', decrypts],
    ['Etypes, owner', etypes.owner],
    ['Etypes, decrypting', etypes.decrypting],
    ['Etype, ticket', etypes.ticket],
    ['Extended Protection', protection.actual],
    // What it depends on is the same in every row.
    ['  expected', protection.expected.value === undefined ? UNKNOWN : protection.expected],
  ];
  return [
    `${INDENT}${terminalText(name.value ?? 'any name')}  ${paint(tone, word)}`,
    ...cells.flatMap(([label, cell]) =>
      cell ? labelled(INDENT + label, wordsFor(cell), width) : [],
    ),
    ...reasons.flatMap((reason) => labelled(`${INDENT}!`, reason, width)),
  ];
}

/** `?` for what is not known; what fills it is below all rows. */
function wordsFor({ value = '?', note }: SiteCell): string {
  return note === undefined ? value : `${value}  (${note})`;
}

/** What fills the empty cells, each command once. */
function gaps(rows: readonly SiteRow[]): string[] {
  const cells = rows.flatMap(({ name, spn, owner, decrypts, etypes, protection }) => [
    ...[name, spn, owner, decrypts, etypes.owner, etypes.decrypting, etypes.ticket],
    ...[protection.actual, protection.expected],
  ]);
  const lines = [...new Set(cells.flatMap((cell) => (cell?.fill ? stepLine(cell.fill) : [])))];
  return lines.length > 0 ? [`${INDENT}To fill what is not known:`, ...indented(lines)] : [];
}

function repairLines({ says, when, commands, then }: Repair, { width }: Layout): string[] {
  return [
    ...labelled('Repair', says, width),
    ...labelled('', when, width),
    ...indented(commands.map(({ run }) => stepLine(run))),
    ...indented(then.map(stepLine)),
    `${INDENT}To undo it:`,
    ...indented(commands.toReversed().map(({ undo }) => stepLine(undo))),
  ];
}

const indented = (lines: readonly string[]): string[] =>
  lines.map((line) => INDENT + INDENT + line);

/** A command is never broken over two lines, as it could not be copied then. */
function stepLine(step: Step): string {
  return 'say' in step ? terminalText(step.say) : `${terminalText(step.run)}   (${WHERE[step.on]})`;
}

function labelled(label: string, value: string, width: number): string[] {
  const column = label.startsWith(INDENT) ? LABEL + INDENT.length : 8;
  const [first = '', ...rest] = wrap(value, width - column - INDENT.length);
  return [
    `${INDENT}${label.padEnd(column)}${first}`.trimEnd(),
    ...rest.map((line) => INDENT + ' '.repeat(column) + line),
  ];
}
