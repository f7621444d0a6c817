/**
 * The first attempts, those that failed before the others; each opens to its ladder. Of attempts that
 * are alike the first is drawn, and the others behind a button.
 */
import { counted, OUTCOME_WORDS, type Story, type StoryAttempt } from '../../core/index.ts';
import { h } from '../dom.ts';
import { attemptLadder } from './attempt-ladder.ts';
import { mark } from './marks.ts';
import type { LogDesk } from './protocol.ts';
import { moreTimes, roundsOf } from './repeats.ts';
import { clockOf } from './time-words.ts';

/** Attempts drawn at once; the rest is one button away. */
const DRAWN = 8;

export function attemptList(story: Story, desk: LogDesk): HTMLElement {
  const { examples, attempts, failed, first = '', last = '' } = story;
  const hasOneDay = first.slice(0, 10) === last.slice(0, 10);
  const list = h('ol', { class: 'attempts' });
  const more = h('button', { type: 'button', class: 'button' }, `Show ${examples.length} attempts`);
  const rounds = roundsOf(examples, kindOf, 1);
  const item = (one: StoryAttempt) => attemptItem(one, hasOneDay, desk);
  more.addEventListener('click', () => {
    const [next] = append(DRAWN, rounds.length);
    more.remove();
    next?.querySelector('button')?.focus();
  });
  const append = (from: number, to: number) => {
    let place = rounds.slice(0, from).reduce((sum, { times }) => sum + times, 0);
    const items = rounds.slice(from, to).flatMap(({ times }) => {
      const [first, ...others] = examples.slice(place, (place += times)).map(item);
      return [first, others.length > 0 && alike(others, examples[place - 1], hasOneDay)];
    });
    const drawn = items.filter((one) => one instanceof HTMLElement);
    list.append(...drawn);
    return drawn;
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
    rounds.length > DRAWN && more,
  );
}

/** What makes two attempts alike. */
function kindOf({ outcome, client, user, resource, substatus, win32, rows }: StoryAttempt): string {
  return [outcome, client, user, resource, substatus, win32, rows].join('\n');
}

/** `The same 9 more times, until 08:45:30`: a button that puts the attempts in its own place. */
function alike(
  items: readonly HTMLElement[],
  last: StoryAttempt | undefined,
  hasOneDay: boolean,
): HTMLElement {
  const until = last?.time === undefined ? '' : `, until ${timeOf(last.time, hasOneDay)}`;
  const words = `The same ${moreTimes(items.length + 1)}${until}`;
  const button = h('button', { type: 'button', class: 'name' }, words);
  const place = h('li', { class: 'alike' }, button);
  button.addEventListener('click', () => {
    place.replaceWith(...items);
    items[0]?.querySelector('button')?.focus();
  });
  return place;
}

function timeOf(time: string, hasOneDay: boolean): string {
  return hasOneDay ? clockOf(time) : time.replace('T', ' ').replace('Z', '');
}

function attemptItem(attempt: StoryAttempt, hasOneDay: boolean, desk: LogDesk): HTMLElement {
  const { time, outcome, client, user, resource, rows } = attempt;
  const { words, severity } = OUTCOME_WORDS[outcome];
  const place = h('div', { class: 'attempt-rows', hidden: true });
  const open = h(
    'button',
    { type: 'button', class: 'attempt', 'aria-expanded': 'false' },
    time !== undefined && h('span', { class: 'time' }, timeOf(time, hasOneDay)),
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
