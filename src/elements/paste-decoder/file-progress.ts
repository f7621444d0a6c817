/** How far large files are read, with what was found so far and a way to stop. */
import fileStyles from '../../styles/files.css?url';
import { counted, isAcceptedOutcome, OUTCOME_WORDS } from '../../core/index.ts';
import { h } from '../dom.ts';
import { addStyles } from '../late-styles.ts';
import type { FileProgress } from './protocol.ts';
import { durationOf, sizeOf } from './sizes.ts';

await addStyles(fileStyles);

export interface ProgressView {
  readonly element: HTMLElement;
  show(progress: FileProgress): void;
}

/** `names` are those of the files; `stop` is called when the reader has seen enough. */
export function progressView(names: string, size: number, stop: () => void): ProgressView {
  const bar = h('progress', { max: size, value: 0, 'aria-label': `Reading ${names}` });
  const rate = h('p', { class: 'size' }, `${sizeOf(size)}, about to be read.`);
  const rows = h('p', {});
  const outcomes = h('ul', { class: 'so-far' });
  const cancel = h('button', { type: 'button', class: 'button' }, 'Stop');
  cancel.addEventListener('click', stop);
  const element = h(
    'section',
    { class: 'card file-progress', 'aria-label': 'Progress' },
    h('h3', {}, `Reading ${names}`),
    h('div', { class: 'progress-line' }, bar, cancel),
    ...[rate, rows, outcomes],
  );
  return {
    element,
    show: (progress) => {
      bar.value = progress.read;
      rate.textContent = rateOf(progress);
      rows.textContent = foundIn(progress);
      outcomes.replaceChildren(...outcomesOf(progress));
    },
  };
}

function rateOf({ read, size, bytes, elapsed }: FileProgress): string {
  const perSecond = `${sizeOf((bytes * 1_000) / elapsed)} per second`;
  return `${sizeOf(read)} of ${sizeOf(size)} in ${durationOf(elapsed)}, ${perSecond}.`;
}

function foundIn({ rows, refused, unreadable }: FileProgress): string {
  const lost = unreadable > 0 ? ` ${counted(unreadable, 'row')} could not be read.` : '';
  return `${counted(rows, 'row')} so far, ${refused.toLocaleString('en')} of them 401.${lost}`;
}

/** Failures first, the most frequent of each first. */
function outcomesOf({ outcomes }: FileProgress): HTMLElement[] {
  const accepted = (outcome: FileProgress['outcomes'][number]['outcome']) =>
    Number(isAcceptedOutcome(outcome));
  return [...outcomes]
    .sort((a, b) => accepted(a.outcome) - accepted(b.outcome) || b.count - a.count)
    .map(({ outcome, count }) =>
      h('li', {}, h('b', {}, count.toLocaleString('en')), ` ${OUTCOME_WORDS[outcome].words}`),
    );
}
