/** Makes the plain list of checks one that can be marked. */
import styles from './board.css?url';
import {
  CHECKS,
  type Marks,
  nextCheck,
  type State,
  STATE_WORDS,
  ticket,
  withMark,
} from '../../core/index.ts';
import { copyFrom } from '../copy.ts';
import { part } from '../dom.ts';
import { addStyles } from '../late-styles.ts';
import { barOf } from './bar.ts';
import { addControls } from './mark-controls.ts';
import { MarkStore, STORAGE_KEY } from './store.ts';

export function startBoard(root: HTMLElement, store = new MarkStore()): void {
  const base = root.dataset.base ?? '/';
  const addressOf = (path: string) => new URL(base + path.slice(1), location.href).href;
  /** The marks before a reset, until the next mark. */
  let thrownAway: Marks | undefined;

  const controls = CHECKS.map((check, index) =>
    addControls(part(root, `#check-${check.id}`, HTMLElement), check, index + 1, (state) => {
      thrownAway = undefined;
      setMarks(withMark(store.read().marks, check.id, state && { state, at: now() }));
      bar.announce(
        `Check ${index + 1}: ${wordOf(state)}. ${bar.element.querySelector('.check-next')?.textContent ?? ''}`,
      );
    }),
  );
  const bar = barOf(CHECKS, {
    copy: (button) => {
      const markdown = ticket(CHECKS, store.read().marks, addressOf);
      void copyFrom(button, markdown).then((copied) => {
        if (!copied) bar.showText(markdown);
      });
    },
    reset: () => {
      thrownAway = store.read().marks;
      setMarks({});
      bar.announce('All checks are open again.');
    },
    bringBack: () => {
      const marks = thrownAway ?? {};
      thrownAway = undefined;
      setMarks(marks);
      bar.announce('The marks are back.');
    },
  });

  function setMarks(marks: Marks): void {
    store.write({ ...store.read(), marks });
    draw();
  }

  function draw(): void {
    const { marks } = store.read();
    const next = nextCheck(CHECKS, marks);
    CHECKS.forEach((check, index) => {
      const isNext = next.do !== 'nothing' && next.check === check;
      controls[index]?.show(marks[check.id], isNext);
    });
    bar.show(marks, store.lasting, thrownAway !== undefined);
  }

  // The marks are in the page before their style is, which is only a matter of looks.
  void addStyles(styles);
  part(root, '.checks', HTMLElement).before(bar.element);
  draw();
  addEventListener('storage', ({ key }) => {
    if (key === STORAGE_KEY || key === null) draw();
  });
  // A check that was linked to has moved: the controls above it have taken their room.
  if (location.hash.startsWith('#check-')) document.querySelector(location.hash)?.scrollIntoView();
}

const now = () => new Date().toISOString();

function wordOf(state: State | undefined): string {
  return state ? STATE_WORDS[state] : 'open';
}
