/** Proof: the lines of the evidence that a finding rests on, each with its place. */
import { counted, type Span } from '../../core/index.ts';
import { h } from '../dom.ts';
import type { Places, Quote } from './places.ts';
import { spanAttributes } from './spans.ts';

/** Lines shown under a verdict before the others are opened. */
const LINES = 4;
/** Lines at the most; the evidence itself marks all of them. */
const MOST = 40;

/** `id` is what a link to it names. */
export function proofView(
  evidence: readonly Span[],
  places: Places,
  id?: string,
): HTMLElement | undefined {
  const quotes = places.quotes(evidence).slice(0, MOST);
  if (quotes.length === 0) return undefined;
  // One line more takes no more room than saying that there is one.
  const shown = quotes.length > LINES + 1 ? LINES : quotes.length;
  const rest = quotes.slice(shown);
  return h(
    'div',
    { class: 'proof', id },
    h('h3', {}, 'Proof'),
    lines(quotes.slice(0, shown)),
    rest.length > 0 &&
      h(
        'details',
        { class: 'more' },
        h('summary', {}, counted(rest.length, 'more line')),
        lines(rest),
      ),
  );
}

function lines(quotes: readonly Quote[]): HTMLElement {
  return h('ul', { class: 'quotes' }, ...quotes.map(line));
}

function line({ place, span, cuts, name }: Quote): HTMLElement {
  return h(
    'li',
    { 'data-reveal': true, ...spanAttributes(span) },
    placeButton(place, span),
    h('code', {}, ...cuts.map(({ text, isMarked }) => (isMarked ? h('mark', {}, text) : text))),
    name !== undefined && h('span', { class: 'what' }, name),
  );
}

/** `C:3`; pressed, it shows the line. */
export function placeButton(place: string, span: Span): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'place',
      'data-reveal': true,
      'aria-label': `${place}, show it`,
      ...spanAttributes(span),
    },
    place,
  );
}

/** The places of some spans, each once. */
export function placeButtons(spans: readonly Span[], places: Places): HTMLElement[] {
  const named = new Map<string, Span>();
  for (const span of spans) {
    const place = places.of(span);
    if (place !== undefined && !named.has(place)) named.set(place, span);
  }
  return [...named].map(([place, span]) => placeButton(place, span));
}
