/** What the evidence rules out, and what it cannot decide: with what is missing for it. */
import { type Considered, type Decoded, type Kind, KIND_NAMES } from '../../core/index.ts';
import { h } from '../dom.ts';
import { nextStep } from './finding-view.ts';
import type { Places } from './places.ts';
import { placeButtons } from './proof-view.ts';

/** Places named beside one cause. */
const PLACES = 4;

export function ruledOutView({ ruledOut }: Decoded, places: Places): HTMLElement | undefined {
  if (ruledOut.length === 0) return undefined;
  return h(
    'section',
    { class: 'card considered', 'aria-label': 'Ruled out' },
    h('h3', {}, 'Ruled out'),
    causes(ruledOut, places),
  );
}

/** Grouped by what is missing, as one piece of evidence may decide several. */
export function undecidedView({ undecided }: Decoded, places: Places): HTMLElement | undefined {
  if (undecided.length === 0) return undefined;
  const groups = Map.groupBy(undecided, ({ missing = [] }) => missingWords(missing));
  return h(
    'section',
    { class: 'card considered', 'aria-label': 'Cannot be decided' },
    h('h3', {}, 'Cannot be decided'),
    ...[...groups].flatMap(([missing, all]) => [
      h('h4', {}, missing === '' ? 'Open' : `Missing: ${missing}`),
      causes(all, places),
    ]),
  );
}

/** What to provide next, and what for. */
export function askList({ asks }: Decoded): HTMLElement | undefined {
  if (asks.length === 0) return undefined;
  return h(
    'section',
    { class: 'card asks', 'aria-label': 'What would tell more' },
    h('h3', {}, 'What would tell more'),
    h('ul', {}, ...asks.map(({ why, step }) => h('li', {}, h('p', {}, why), nextStep(step)))),
  );
}

function causes(all: readonly Considered[], places: Places): HTMLElement {
  return h(
    'ul',
    {},
    ...all.map(({ says, evidence }) =>
      h(
        'li',
        {},
        says,
        ...placeButtons(evidence, places)
          .slice(0, PLACES)
          .flatMap((button) => [' ', button]),
      ),
    ),
  );
}

function missingWords(missing: readonly Kind[]): string {
  const names = missing.flatMap((kind) => (kind === 'unknown' ? [] : KIND_NAMES[kind]));
  return names.join(', ');
}
