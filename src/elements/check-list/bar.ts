/** What stands above the checks: how far they are, what to do next, copying, starting over. */
import { type Check, type Marks, nextCheck, progress } from '../../core/index.ts';
import { h } from '../dom.ts';

const KEPT =
  'Marks are kept in this browser and sent nowhere: the check, passed or failed, the time and, when you let evidence mark it, the id of the finding. Nothing that you paste is kept, unless you ask for its sentence to stay with a mark.';
const NOT_KEPT =
  'This browser keeps nothing for this page, so the marks last until you leave it. Copy them before you go.';

export interface BarActions {
  copy: (button: HTMLElement) => void;
  reset: () => void;
  bringBack: () => void;
}

export interface Bar {
  element: HTMLElement;
  show(marks: Marks, lasting: boolean, canBringBack: boolean): void;
  /** Said by screen readers. */
  announce(words: string): void;
  /** Text to copy by hand, where the browser has no clipboard. */
  showText(text: string): void;
}

export function barOf(checks: readonly Check[], actions: BarActions): Bar {
  const button = (label: string, act: (button: HTMLElement) => void) => {
    const element = h('button', { type: 'button', class: 'button' }, label);
    element.addEventListener('click', () => {
      act(element);
    });
    return element;
  };
  const count = h('p', { class: 'check-count' });
  const next = h('p', { class: 'check-next' });
  const status = h('p', { class: 'visually-hidden', role: 'status' });
  const text = h('textarea', { readonly: true, rows: 8, 'aria-label': 'Markdown', hidden: true });
  const bringBack = button('Bring the marks back', actions.bringBack);
  const reset = button('Reset', actions.reset);
  const keeping = h('p', {});
  const element = h(
    'section',
    { class: 'check-bar', 'aria-label': 'Progress' },
    count,
    next,
    h('p', { class: 'check-buttons' }, button('Copy as Markdown', actions.copy), reset, bringBack),
    text,
    keeping,
    status,
  );
  return {
    element,
    show(marks, lasting, canBringBack) {
      count.textContent = progress(checks, marks);
      next.replaceChildren(...nextWords(checks, marks));
      const pressed = document.activeElement;
      reset.disabled = Object.keys(marks).length === 0;
      bringBack.hidden = !canBringBack;
      // A button that can no longer be pressed hands the focus to its counterpart.
      if (pressed === reset && canBringBack) bringBack.focus();
      if (pressed === bringBack && !canBringBack) reset.focus();
      keeping.textContent = lasting ? KEPT : NOT_KEPT;
      text.hidden = true;
    },
    announce(words) {
      status.textContent = words;
    },
    showText(markdown) {
      text.value = markdown;
      text.hidden = false;
      text.focus();
      text.select();
    },
  };
}

/** A sentence with a link to the check that comes next. */
export function nextWords(checks: readonly Check[], marks: Marks): (string | HTMLElement)[] {
  const next = nextCheck(checks, marks);
  if (next.do === 'nothing') {
    return ['Nothing is left to check here. What to read if it still fails is under the list.'];
  }
  const number = (check: Check) => checks.indexOf(check) + 1;
  const { check } = next;
  const link = h('a', { href: `#check-${check.id}` }, `check ${number(check)}: ${check.question}`);
  if (next.do === 'repair') return ['To repair first: ', link, ' Then mark it anew.'];
  return next.after
    ? ['Next: ', link, ` Check ${number(next.after)} leads there.`]
    : ['Next: ', link];
}
