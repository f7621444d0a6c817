/** What was taken away, with a button that brings it back, or was not taken; until the evidence changes again. */
import { h } from '../dom.ts';

export class UndoNote {
  readonly #note: HTMLElement;

  constructor(note: HTMLElement) {
    this.#note = note;
    this.clear();
  }

  clear(): void {
    this.#note.hidden = true;
    this.#note.replaceChildren();
  }

  /** Says why something was not taken. */
  tell(words: string): void {
    this.#note.replaceChildren(h('span', {}, words));
    this.#note.hidden = false;
  }

  /** Returns the button, as it may have to take the focus. */
  offer(words: string, undo: () => void): HTMLElement {
    const button = h('button', { type: 'button', class: 'button' }, 'Undo');
    button.addEventListener('click', () => {
      this.clear();
      undo();
    });
    this.#note.replaceChildren(h('span', {}, words), button);
    this.#note.hidden = false;
    return button;
  }
}
