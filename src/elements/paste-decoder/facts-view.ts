/** Everything that the evidence states by itself, piece by piece, with the place where it does. */
import { counted, type Decoded, type FactRow, factRow } from '../../core/index.ts';
import { h } from '../dom.ts';
import type { Places } from './places.ts';
import { placeButton } from './proof-view.ts';

/** Facts drawn at once. */
const DRAWN = 100;

export function factsTitle({ facts }: Decoded): string {
  return `What the evidence states: ${counted(facts.length, 'fact')}`;
}

export function factsView({ facts }: Decoded, places: Places): HTMLElement {
  const rows = facts
    .map(factRow)
    .sort((a, b) => places.indexOf(a.at) - places.indexOf(b.at) || a.at.start - b.at.start);
  const body = h('tbody', {});
  const draw = (shown: readonly FactRow[]) => {
    body.replaceChildren(...shown.map((row) => tableRow(row, places)));
  };
  draw(rows.slice(0, DRAWN));
  const more =
    rows.length > DRAWN &&
    h('button', { type: 'button', class: 'button' }, `Show all ${counted(rows.length, 'fact')}`);
  if (more) {
    more.addEventListener('click', () => {
      draw(rows);
      more.remove();
      body.querySelectorAll<HTMLElement>('button')[DRAWN]?.focus();
    });
  }
  return h(
    'section',
    { class: 'card facts', 'aria-label': 'Facts' },
    h(
      'p',
      { class: 'size' },
      'Nothing here is concluded: each row is what one place says by itself.',
    ),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h('tr', {}, ...['Place', 'Fact', 'Value'].map((head) => h('th', { scope: 'col' }, head))),
      ),
      body,
    ),
    more,
  );
}

function tableRow({ kind, value, at }: FactRow, places: Places): HTMLElement {
  const place = places.of(at);
  return h(
    'tr',
    {},
    h('td', {}, place === undefined ? '—' : placeButton(place, at)),
    h('th', { scope: 'row' }, kind),
    h('td', {}, value),
  );
}
