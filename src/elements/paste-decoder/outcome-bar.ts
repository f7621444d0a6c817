/** What became of the attempts: one bar, and beside each of its parts the count and the words. */
import { counted, OUTCOME_WORDS, type Story } from '../../core/index.ts';
import { h } from '../dom.ts';
import { svg } from '../svg.ts';
import type { Narrow } from './filter-bar.ts';
import type { Href } from './finding-view.ts';
import { filled, mark, SEVERITIES } from './marks.ts';

/** Percent below which a part of the bar could not be seen. */
const THINNEST = 0.6;

export function outcomeView(
  { outcomes, attempts }: Story,
  href: Href,
  narrow: Narrow,
): HTMLElement {
  const sorted = [...outcomes].sort(
    (a, b) => SEVERITIES.indexOf(severityOf(a)) - SEVERITIES.indexOf(severityOf(b)),
  );
  const isOne = sorted.length === 1;
  return h(
    'div',
    { class: 'outcomes' },
    h('h4', {}, `What became of ${counted(attempts, 'attempt')}`),
    !isOne && bar(sorted, attempts),
    h(
      'ul',
      {},
      ...sorted.map((part) => {
        const { outcome, count, articles } = part;
        const { words } = OUTCOME_WORDS[outcome];
        const only = h('button', { type: 'button', class: 'name' }, words);
        only.addEventListener('click', () => {
          narrow({ outcomes: [outcome] });
        });
        const [article = ''] = articles;
        return h(
          'li',
          {},
          mark(severityOf(part)),
          h('b', {}, count.toLocaleString('en')),
          isOne ? h('span', {}, words) : only,
          h(
            'a',
            { href: href(article) },
            'Read about it',
            h('span', { class: 'visually-hidden' }, `: ${words}`),
          ),
        );
      }),
    ),
  );
}

/** The list beside it says the same, so that it is no more than a picture. */
function bar(outcomes: Story['outcomes'], attempts: number): SVGSVGElement {
  const shares = outcomes.map(({ count }) => Math.max(THINNEST, (100 * count) / attempts));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let left = 0;
  const parts = outcomes.map((part, i) => {
    const width = (100 * (shares[i] ?? 0)) / whole;
    const place = { x: `${left}%`, y: 0, width: `${width}%`, height: '100%' };
    left += width;
    return svg('rect', { ...place, ...filled(severityOf(part)) });
  });
  return svg('svg', { class: 'outcome-bar', 'aria-hidden': 'true' }, ...parts);
}

function severityOf({ outcome }: Story['outcomes'][number]) {
  return OUTCOME_WORDS[outcome].severity;
}
