/**
 * Under the checks of a case: which of them it settles, and a button that marks these on the checklist.
 * Nothing is marked before it is pressed, and nothing of the paste goes into the mark.
 */
import {
  CHECKS,
  type Decoded,
  keepable,
  type Mark,
  type Marks,
  type Settled,
  settledBy,
  STATE_WORDS,
  withMark,
  withSettled,
} from '../../core/index.ts';
import { h } from '../dom.ts';
import { MarkStore } from './store.ts';

type Href = (path: string) => string;

/** Of the page, so that marks that cannot be kept last as long as it. */
const store = new MarkStore();

/** What the case settles, to be marked on request; undefined when it settles nothing. */
export function markChecks(
  { checks, findings }: Pick<Decoded, 'checks' | 'findings'>,
  href: Href,
): HTMLElement | undefined {
  const settled = settledBy(CHECKS, checks, findings);
  if (settled.length === 0) return undefined;
  /** The marks that were there before the button was pressed. */
  let before: Marks = {};
  const panel = h('section', { class: 'check-marks', 'aria-label': 'In the checklist' });

  const keep = (marks: Marks) => {
    store.write({ ...store.read(), marks });
  };
  const mark = () => {
    before = store.read().marks;
    keep(withSettled(before, settled, new Date().toISOString()));
    tell();
  };
  const tell = () => {
    const undo = buttonOf('Undo', () => {
      keep(withoutSettled(store.read().marks, before, settled));
      offer('Not marked: ');
    });
    const withNames = buttonOf('Keep the sentences too', () => {
      keep(withSentences(store.read().marks, settled));
      withNames.replaceWith('The sentences are kept with the marks.');
      undo.focus();
    });
    say('Marked on the checklist: ', [withNames, undo], keptWords());
  };
  const offer = (words: string) => {
    say(words, [buttonOf('Mark these on the checklist', mark)], '');
  };
  const say = (words: string, buttons: HTMLElement[], after: string) => {
    const wasHere = panel.contains(document.activeElement);
    panel.replaceChildren(
      h('p', {}, words, ...checkLinks(settled, href)),
      h('p', { class: 'check-buttons' }, ...buttons),
      ...(after === '' ? [] : [h('p', { class: 'size' }, after)]),
    );
    // The button that was pressed is gone; whoever pressed it goes on from here.
    if (wasHere) buttons[0]?.focus();
  };

  if (areMarked(store.read().marks, settled)) tell();
  else offer('This case settles ');
  return panel;
}

function checkLinks(settled: readonly Settled[], href: Href): (Node | string)[] {
  return settled.flatMap(({ check, state }, index) => [
    index === 0 ? '' : ', ',
    h(
      'a',
      { href: `${href('/kerberos/kerberos-checklist/')}#check-${check.id}` },
      `check ${CHECKS.indexOf(check) + 1}`,
    ),
    ` ${STATE_WORDS[state]}`,
  ]);
}

function areMarked(marks: Marks, settled: readonly Settled[]): boolean {
  return settled.every(({ check, state, by }) => {
    const mark: Mark | undefined = marks[check.id];
    return mark?.finding === by && mark.state === state;
  });
}

/** The marks as they were; one of the very same finding came with an earlier state of this paste. */
function withoutSettled(marks: Marks, before: Marks, settled: readonly Settled[]): Marks {
  return settled.reduce((all, { check, by }) => {
    const mark: Mark | undefined = before[check.id];
    return withMark(all, check.id, mark?.finding === by ? undefined : mark);
  }, marks);
}

/** The findings' own sentences, which may hold names out of the paste; only on request. */
function withSentences(marks: Marks, settled: readonly Settled[]): Marks {
  return settled.reduce((all, { check, finding }) => {
    const mark: Mark | undefined = all[check.id];
    if (!finding || mark?.finding !== finding.id) return all;
    return withMark(all, check.id, { ...mark, sentence: keepable(finding.title) });
  }, marks);
}

function keptWords(): string {
  return store.lasting
    ? 'Kept in this browser: the check, its mark, the time and the id of the finding. Nothing of your paste, unless you keep the sentences: they may hold names out of it.'
    : 'This browser keeps nothing for this page, so the checklist will not show it.';
}

function buttonOf(label: string, act: () => void): HTMLButtonElement {
  const button = h('button', { type: 'button', class: 'button' }, label);
  button.addEventListener('click', act);
  return button;
}
