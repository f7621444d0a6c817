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

type Part = HTMLElement | undefined;

interface Column {
  readonly head: string;
  /** The comparison that the column is about. */
  readonly fit?: keyof SiteRow['fit'];
  readonly cells: (row: SiteRow) => readonly (Part | false)[];
}

const COLUMNS: readonly Column[] = [
  { head: 'SPN', cells: ({ spn }) => [cellView(spn)] },
  { head: 'Who owns it', fit: 'owner', cells: ({ owner }) => [cellView(owner)] },
  { head: 'Who decrypts', cells: ({ decrypts }) => [cellView(decrypts)] },
  {
    head: 'Encryption types',
    fit: 'etypes',
    cells: ({ etypes: { owner, decrypting, ticket } }) => [
      cellView(owner, 'Owner'),
      decrypting && cellView(decrypting, 'Account that decrypts'),
      cellView(ticket, 'Ticket'),
    ],
  },
  {
    head: 'Extended Protection',
    fit: 'protection',
    cells: ({ protection: { expected, actual } }) => [
      cellView(actual, 'Actual'),
      cellView(expected, 'Expected'),
    ],
  },
];

export function drawSite(table: SiteTable): HTMLElement {
  const { site, rows, left = 0, repairs, caveat } = table;
  const title = site === undefined ? 'Names that clients use' : `Site ${site}`;
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
        h('thead', {}, h('tr', {}, ...heads())),
        h('tbody', {}, ...rows.map(rowView)),
      ),
    ),
    left > 0 && h('p', { class: 'size' }, `and ${left} more names`),
    repairs.length > 0 && repairsView(repairs),
    h('p', { class: 'caveat' }, caveat),
  );
}

const heads = (): HTMLElement[] =>
  ['Name', ...COLUMNS.map(({ head }) => head)].map((head) => h('th', { scope: 'col' }, head));

function rowView(row: SiteRow): HTMLElement {
  const [severity, words] = FITS[row.status];
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      cellView(row.name),
      severityBadge(severity, words),
      row.reasons.length > 0 && h('ul', {}, ...row.reasons.map((reason) => h('li', {}, reason))),
    ),
    ...COLUMNS.map(({ fit, cells }) => {
      const isWrong = fit !== undefined && row.fit[fit] === 'does-not-fit';
      const parts = cells(row).filter((part) => part instanceof HTMLElement);
      return h('td', { 'data-severity': isWrong && 'error' }, ...parts);
    }),
  );
}

/** The value with its proof, or how to find it out. */
function cellView({ value, at, note, fill }: SiteCell, label?: string): HTMLElement {
  const [place] = at;
  const shown =
    value === undefined
      ? h('span', { class: 'not-known' }, 'not known')
      : place
        ? h(
            'button',
            { type: 'button', class: 'proof-mark', 'data-reveal': true, ...spanAttributes(place) },
            h('bdi', {}, value),
          )
        : h('bdi', {}, value);
  return h(
    'div',
    { class: 'site-cell' },
    label !== undefined && h('span', { class: 'label' }, `${label}: `),
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
