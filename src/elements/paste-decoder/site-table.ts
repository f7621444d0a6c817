/** The table of one site, and the commands that repair it. */
import siteStyles from '../../styles/site.css?url';
import type { Repair, Severity, SiteCell, SiteRow, SiteTable } from '../../core/index.ts';
import { h } from '../dom.ts';
import { addStyles } from '../late-styles.ts';
import { severityBadge, nextStep } from './finding-view.ts';
import { spanAttributes } from './spans.ts';

// Nothing is drawn before its styles are there, or it would jump.
await addStyles(siteStyles);

const FITS: Readonly<Record<SiteRow['status'], readonly [Severity, string]>> = {
  fits: ['ok', 'Fits'],
  'does-not-fit': ['error', 'Does not fit'],
  'not-known': ['info', 'Not known'],
};

interface Line {
  readonly head: string;
  /** The comparison that decides whether the line is marked as wrong. */
  readonly fit?: keyof SiteRow['fit'];
  readonly cell: (row: SiteRow) => SiteCell | undefined;
}

/** From top to bottom; each name has a column, so that there is room for commands. */
const LINES: readonly Line[] = [
  { head: 'SPN it needs', cell: ({ spn }) => spn },
  { head: 'Who owns the SPN', fit: 'owner', cell: ({ owner }) => owner },
  { head: 'Who decrypts', fit: 'owner', cell: ({ decrypts }) => decrypts },
  { head: 'Encryption types, owner', fit: 'etypes', cell: ({ etypes }) => etypes.owner },
  { head: 'Encryption types, account that decrypts', cell: ({ etypes }) => etypes.decrypting },
  { head: 'Encryption type, ticket', fit: 'etypes', cell: ({ etypes }) => etypes.ticket },
  {
    head: 'Extended Protection, actual',
    fit: 'protection',
    cell: ({ protection }) => protection.actual,
  },
  { head: 'Extended Protection, expected', cell: ({ protection }) => protection.expected },
];

export function drawSite(table: SiteTable): HTMLElement {
  const { site, rows, left = 0, repairs, caveat } = table;
  const title = site === undefined ? 'Names that clients use' : `Site ${site}`;
  const lines = LINES.filter(({ cell }) => rows.some((row) => cell(row)));
  return h(
    'section',
    { class: 'site-table', 'aria-label': title },
    h(
      'div',
      { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': `${title}, table` },
      h(
        'table',
        {},
        h('caption', {}, title),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Name'), ...rows.map(nameView))),
        h('tbody', {}, verdictView(rows), ...lines.map((line) => lineView(line, rows))),
      ),
    ),
    left > 0 && h('p', { class: 'size' }, `and ${left} more names`),
    repairs.length > 0 && repairsView(repairs),
    h('p', { class: 'caveat' }, caveat),
  );
}

function nameView({ name }: SiteRow): HTMLElement {
  return h('th', { scope: 'col' }, cellView(name));
}

function verdictView(rows: readonly SiteRow[]): HTMLElement {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, 'Does it fit?'),
    ...rows.map(({ status, reasons }) =>
      h(
        'td',
        {},
        severityBadge(...FITS[status]),
        reasons.length > 0 && h('ul', {}, ...reasons.map((reason) => h('li', {}, reason))),
      ),
    ),
  );
}

function lineView({ head, fit, cell }: Line, rows: readonly SiteRow[]): HTMLElement {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, head),
    ...rows.map((row) => {
      const shown = cell(row);
      const isWrong = fit !== undefined && row.fit[fit] === 'does-not-fit';
      return h(
        'td',
        { 'data-severity': isWrong && 'error' },
        shown ? cellView(shown) : 'the same account',
      );
    }),
  );
}

/** The value with its proof, or how to find it out. */
function cellView({ value, at, note, fill }: SiteCell): HTMLElement {
  const [place] = at;
  const shown =
    value === undefined
      ? h('span', { class: 'not-known' }, 'not known')
      : place
        ? h(
            'button',
            { type: 'button', class: 'place', 'data-reveal': true, ...spanAttributes(place) },
            h('bdi', {}, value),
          )
        : h('bdi', {}, value);
  return h(
    'div',
    { class: 'site-cell' },
    shown,
    note !== undefined && h('p', { class: 'size' }, note),
    fill && nextStep(fill),
  );
}

function repairsView(repairs: readonly Repair[]): HTMLElement {
  const many = repairs.length > 1 ? 'Ways to repair it' : 'How to repair it';
  return h(
    'details',
    { class: 'repairs' },
    h('summary', {}, `${many}, each with how to undo it`),
    ...repairs.map(repairView),
  );
}

function repairView({ says, when, commands, then }: Repair): HTMLElement {
  return h(
    'section',
    { 'aria-label': says },
    h('h4', {}, says),
    h('p', {}, when),
    h('ol', {}, ...commands.map((one) => h('li', {}, nextStep(one.run)))),
    then.length > 0 && h('ul', {}, ...then.map((step) => h('li', {}, nextStep(step)))),
    h('h5', {}, 'To undo it'),
    h('ol', {}, ...commands.toReversed().map((one) => h('li', {}, nextStep(one.undo)))),
  );
}
