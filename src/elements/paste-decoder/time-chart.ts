/** Attempts over time: a column for each step, and the same as a table whose times are buttons. */
import {
  counted,
  type Severity,
  SEVERITY_OUTCOMES,
  type Story,
  type StorySeries,
} from '../../core/index.ts';
import { h } from '../dom.ts';
import { svg } from '../svg.ts';
import type { Clock, Narrow } from './filter-bar.ts';
import { filled, mark, SEVERITIES } from './marks.ts';
import { clockIn, stepWords } from './time-words.ts';

/** Steps with attempts from which on a chart says more than the list of attempts. */
const FEWEST = 3;

type Bucket = StorySeries['buckets'][number];

/** The chart; undefined when there is too little to draw. */
export function timeChart(story: Story, narrow: Narrow): HTMLElement | undefined {
  const { series } = story;
  const used = series?.buckets.filter((bucket) => sumOf(bucket) > 0) ?? [];
  if (!series || used.length < FEWEST) return undefined;
  const clock = clockIn(story, series);
  const severities = SEVERITIES.filter((severity) => used.some((bucket) => bucket[severity] > 0));
  const most = used.reduce((best, bucket) => (sumOf(bucket) > sumOf(best) ? bucket : best));
  const zone = series.buckets[0]?.time.endsWith('Z') === true ? 'UTC' : 'server time';
  const choose = ({ from }: Bucket) => {
    narrow({ from, to: from + series.width });
  };
  const steps = `Steps of ${stepWords(series.width)}`;
  const [first, last] = [series.buckets[0], series.buckets.at(-1)];
  return h(
    'figure',
    { class: 'time-chart' },
    h('h4', {}, 'When'),
    h('p', { class: 'size' }, `${steps}, the highest has ${counted(sumOf(most), 'attempt')}.`),
    h(
      'ul',
      { class: 'legend', 'aria-label': 'Marks' },
      ...severities.map((one) => h('li', {}, mark(one), SEVERITY_OUTCOMES[one])),
    ),
    columns(series, sumOf(most), severities, clock, choose),
    h(
      'p',
      { class: 'axis', 'aria-hidden': 'true' },
      h('span', {}, clock(first?.from ?? 0)),
      h('span', {}, `${clock((last?.from ?? 0) + series.width)} ${zone}`),
    ),
    h(
      'details',
      {},
      h('summary', {}, 'The same as a table'),
      table(used, severities, clock, choose, zone),
    ),
  );
}

function columns(
  { buckets, width }: StorySeries,
  highest: number,
  severities: readonly Severity[],
  clock: Clock,
  choose: (bucket: Bucket) => void,
): SVGSVGElement {
  const slot = 100 / buckets.length;
  const most = buckets.find((bucket) => sumOf(bucket) === highest) ?? { from: 0 };
  const label =
    `Attempts by time from ${clock(buckets[0]?.from ?? 0)} to ` +
    `${clock((buckets.at(-1)?.from ?? 0) + width)}: most from ${clock(most.from)}, ` +
    `${counted(highest, 'attempt')} in ${stepWords(width)}.`;
  const drawing = svg('svg', { class: 'columns', role: 'img', 'aria-label': label });
  buckets.forEach((bucket, i) => {
    if (sumOf(bucket) === 0) return;
    const left = i * slot;
    const group = svg('g', {}, svg('title', {}, `${clock(bucket.from)}: ${inWords(bucket)}`));
    let top = 100;
    for (const severity of severities) {
      const height = (100 * bucket[severity]) / highest;
      if (height === 0) continue;
      top -= height;
      const place = { x: `${left + slot * 0.1}%`, y: `${top}%`, width: `${slot * 0.8}%` };
      group.append(svg('rect', { ...place, height: `${height}%`, ...filled(severity) }));
    }
    // The whole height can be pointed at, however low the column is.
    const whole = { x: `${left}%`, y: 0, width: `${slot}%`, height: '100%' };
    group.append(svg('rect', { ...whole, class: 'whole' }));
    group.addEventListener('click', () => {
      choose(bucket);
    });
    drawing.append(group);
  });
  return drawing;
}

function table(
  buckets: readonly Bucket[],
  severities: readonly Severity[],
  clock: Clock,
  choose: (bucket: Bucket) => void,
  zone: string,
): HTMLElement {
  const heads = [`From (${zone})`, ...severities.map((severity) => SEVERITY_OUTCOMES[severity])];
  const rows = buckets.map((bucket) => {
    const only = h('button', { type: 'button', class: 'name' }, clock(bucket.from));
    only.addEventListener('click', () => {
      choose(bucket);
    });
    const counts = severities.map((severity) => h('td', {}, bucket[severity].toLocaleString('en')));
    return h('tr', {}, h('th', { scope: 'row' }, only), ...counts);
  });
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...rows),
  );
}

function sumOf(bucket: Bucket): number {
  return SEVERITIES.reduce((sum, severity) => sum + bucket[severity], 0);
}

function inWords(bucket: Bucket): string {
  return SEVERITIES.filter((severity) => bucket[severity] > 0)
    .map((severity) => `${bucket[severity].toLocaleString('en')} ${SEVERITY_OUTCOMES[severity]}`)
    .join(', ');
}
