/** How the log was read, in a sentence or two, and a way to correct it. */
import { type LogReading, readingWords } from '../../core/index.ts';
import { h } from '../dom.ts';
import { columnEditor } from './column-editor.ts';

/** Readings whose columns are a list that can be corrected; the others name or fix their own. */
const CORRECTABLE: ReadonlySet<LogReading['by']> = new Set([
  'fields',
  'header',
  'columns',
  'earlier',
  'set',
  'rows',
  'types',
  'native',
]);

export function readingView(readings: readonly LogReading[]): HTMLElement {
  const correctable = readings
    .filter(({ by }) => CORRECTABLE.has(by))
    .sort((a, b) => b.rows - a.rows);
  return h(
    'div',
    { class: 'reading' },
    h('p', { class: 'size' }, readingWords(readings).join(' ')),
    correctable.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, 'Correct the columns'),
        columnEditor(
          correctable,
          readings.some(({ by }) => by === 'columns'),
        ),
      ),
  );
}
