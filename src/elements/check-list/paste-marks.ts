/**
 * Under the verdict of a paste: which checks of the list it settles. They are marked at once, with
 * nothing of the paste in the mark; a sample of this guide is nobody's own case and marks on request.
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

/** Of the page, so that marks that cannot be kept last as long as it. */
const store = new MarkStore();

interface Around {
  href: (path: string) => string;
  /** The paste is a sample of this guide. */
  isSample: boolean;
}

/** Marks what the case settles, and says so; undefined when it settles nothing. */
export function markChecks(
  { checks, findings }: Pick<Decoded, 'checks' | 'findings'>,
  { href, isSample }: Around,
): HTMLElement | undefined {
  const settled = settledBy(CHECKS, checks, findings);
  if (settled.length === 0) return undefined;
  const before = store.read();
  const panel = h('section', { class: 'check-marks', 'aria-label': 'In the checklist' });

  const keep = (marks: Marks) => {
    store.write({ ...store.read(), marks });
  };
  const mark = () => {
    keep(withSettled(store.read().marks, settled, new Date().toISOString()));
    const undo = buttonOf('Undo', () => {
      keep(withoutSettled(store.read().marks, before.marks, settled));
      offer('Not marked: ');
    });
    const withNames = buttonOf('Keep the sentences too', () => {
      keep(withSentences(store.read().marks, settled));
      withNames.replaceWith('The sentences are kept with the marks.');
      undo.focus();
    });
    say('Marked in the checklist: ', [withNames, undo], keptWords());
  };
  const offer = (words: string) => {
    say(words, [buttonOf('Mark in the checklist', mark)], '');
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

  if (isSample) offer('This sample would mark ');
  else if (!before.fromPastes) offer('Pastes do not mark your checklist. This one would mark ');
  else mark();
  return panel;
}

function checkLinks(settled: readonly Settled[], href: Around['href']): (Node | string)[] {
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
