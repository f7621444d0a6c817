/** The first attempts, those that failed before the others; each opens to its ladder. */
import { counted, OUTCOME_WORDS, type Story, type StoryAttempt } from '../../core/index.ts';
import { h } from '../dom.ts';
import { attemptLadder } from './attempt-ladder.ts';
import { mark } from './marks.ts';
import type { LogDesk } from './protocol.ts';
import { clockOf } from './time-words.ts';

/** Attempts drawn at once; the rest is one button away. */
const DRAWN = 8;

export function attemptList(story: Story, desk: LogDesk): HTMLElement {
  const { examples, attempts, failed, first = '', last = '' } = story;
  const hasOneDay = first.slice(0, 10) === last.slice(0, 10);
  const list = h('ol', { class: 'attempts' });
  const more = h('button', { type: 'button', class: 'button' }, `Show ${examples.length} attempts`);
  more.addEventListener('click', () => {
    const [next] = append(DRAWN, examples.length);
    more.remove();
    next?.querySelector('button')?.focus();
  });
  const append = (from: number, to: number) => {
    const items = examples.slice(from, to).map((one) => attemptItem(one, hasOneDay, desk));
    list.append(...items);
    return items;
  };
  append(0, DRAWN);
  list.querySelector('button')?.click();
  const those = failed > 0 && failed < attempts ? ', those that were not accepted first' : '';
  const some = attempts > examples.length ? `The first ${examples.length} of them${those}.` : '';
  return h(
    'div',
    { class: 'attempt-list' },
    h('h4', {}, attempts === 1 ? 'The attempt' : counted(attempts, 'attempt')),
    some !== '' && h('p', { class: 'size' }, some),
    list,
    examples.length > DRAWN && more,
  );
}

function attemptItem(attempt: StoryAttempt, hasOneDay: boolean, desk: LogDesk): HTMLElement {
  const { time, outcome, client, user, resource, rows } = attempt;
  const { words, severity } = OUTCOME_WORDS[outcome];
  const place = h('div', { class: 'attempt-rows', hidden: true });
  const open = h(
    'button',
    { type: 'button', class: 'attempt', 'aria-expanded': 'false' },
    time !== undefined &&
      h(
        'span',
        { class: 'time' },
        hasOneDay ? clockOf(time) : time.replace('T', ' ').replace('Z', ''),
      ),
    h('span', { class: 'outcome' }, mark(severity), words),
    ...[client, user, resource].map((name) => name !== undefined && h('span', {}, name)),
    h('span', {}, counted(rows, 'row')),
  );
  open.addEventListener('click', () => {
    place.hidden = !place.hidden;
    open.setAttribute('aria-expanded', String(!place.hidden));
    if (place.hidden || place.hasChildNodes()) return;
    place.append(h('p', { class: 'size' }, 'Reading its rows.'));
    void desk.rowsOf(attempt.attempt).then((entries = []) => {
      place.replaceChildren(attemptLadder(attempt, entries));
    });
  });
  return h('li', {}, open, place);
}
