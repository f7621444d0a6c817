/**
 * Ties a token's tree to its bytes. The selected field marks its bytes and brings them into view;
 * a byte that is pointed at, pressed or walked to selects its field. Pointing shows the same for as
 * long as it lasts.
 */
import { type ByteRange, type ByteView, rangeOf } from './byte-view.ts';
import { wordsOfField } from './field-words.ts';
import { scrollInside } from './scroll-inside.ts';
import { itemOf, moveStop, reveal } from './tree-keys.ts';

/** What is told of the field that is looked at. */
export interface Told {
  /** Shows the field in words beside its bytes. */
  show(item: HTMLElement | undefined): void;
  /** Says it to somebody who does not see. */
  say(words: string): void;
}

export class TokenLink {
  readonly #tree: HTMLElement;
  readonly #view: ByteView;
  readonly #told: Told;
  #selected: HTMLElement | undefined;
  #cursor: ByteRange | undefined;

  constructor(tree: HTMLElement, view: ByteView, told: Told) {
    this.#tree = tree;
    this.#view = view;
    this.#told = told;
    this.#listenToTree();
    this.#listenToBytes(view.element);
    for (const box of [tree, view.element]) {
      box.addEventListener('pointerleave', () => {
        this.#look(this.#selected, this.#cursor);
      });
    }
  }

  #listenToTree(): void {
    this.#tree.addEventListener('focusin', ({ target }) => {
      const item = itemOf(target);
      if (!item) return;
      scrollInside(this.#tree, rowOf(item));
      this.#select(item, rangeOf(item));
    });
    this.#tree.addEventListener('pointerover', ({ target }) => {
      const item = itemOf(target);
      if (item) this.#look(item, rangeOf(item));
    });
  }

  #listenToBytes(bytes: HTMLElement): void {
    bytes.addEventListener('pointerover', ({ target }) => {
      const range = pieceAt(target);
      const item = range && this.#fieldAt(range);
      if (!item) return;
      this.#look(item, range);
      const shown = shownAround(item);
      if (shown) scrollInside(this.#tree, rowOf(shown));
    });
    bytes.addEventListener('click', ({ target }) => {
      const range = pieceAt(target);
      if (range) this.#selectByte(range);
    });
    bytes.addEventListener('keydown', (event) => {
      const next = step(bytes, this.#cursor, event.key);
      if (next) {
        event.preventDefault();
        this.#selectByte(next);
      } else if (event.key === 'Enter') this.#selected?.focus();
    });
  }

  /** Marks a field and its bytes, without selecting it. */
  #look(item: HTMLElement | undefined, range: ByteRange | undefined): void {
    this.#tree.querySelector('.at-byte')?.classList.remove('at-byte');
    shownAround(item)?.classList.add('at-byte');
    this.#view.mark(range);
    this.#told.show(item);
  }

  #select(item: HTMLElement | undefined, range: ByteRange): void {
    this.#selected?.removeAttribute('aria-selected');
    this.#selected = item;
    this.#cursor = range;
    item?.setAttribute('aria-selected', 'true');
    this.#look(item, range);
  }

  /** Selects the field of a byte and brings it into view; the focus stays at the bytes. */
  #selectByte(range: ByteRange): void {
    const item = this.#fieldAt(range);
    if (item) {
      reveal(item);
      moveStop(this.#tree, item);
    }
    this.#select(item, range);
    if (item) scrollInside(this.#tree, rowOf(item));
    const words = item ? wordsOfField(item) : '';
    this.#told.say(`Bytes ${range.from} to ${range.to - 1}: ${words}`);
  }

  /** The innermost field around a range of bytes. */
  #fieldAt({ from, to }: ByteRange): HTMLElement | undefined {
    const items = [...this.#tree.querySelectorAll<HTMLElement>('[data-from]:not([hidden])')];
    return items.findLast((item) => rangeOf(item).from <= from && to <= rangeOf(item).to);
  }
}

/** The bytes to go to with a key; a field that runs over several rows is one stop. */
function step(bytes: HTMLElement, at: ByteRange | undefined, key: string): ByteRange | undefined {
  const pieces = [...bytes.querySelectorAll<HTMLElement>('.hex .octets')].map(rangeOf);
  const stops = pieces.filter(({ from }, place) => from !== pieces[place - 1]?.from);
  const place = at ? stops.findLastIndex(({ from }) => from <= at.from) : -1;
  const steps: Record<string, ByteRange | undefined> = {
    ArrowRight: stops[place + 1],
    ArrowDown: stops[place + 1],
    ArrowLeft: stops[Math.max(0, place - 1)],
    ArrowUp: stops[Math.max(0, place - 1)],
    Home: stops[0],
    End: stops.at(-1),
  };
  return steps[key];
}

function pieceAt(target: EventTarget | null): ByteRange | undefined {
  const piece = target instanceof Element ? target.closest<HTMLElement>('.octets') : null;
  return piece ? rangeOf(piece) : undefined;
}

/** The item itself, or the closed branch that it lies in. */
function shownAround(item: HTMLElement | undefined): HTMLElement | undefined {
  let shown = item;
  while (shown && !shown.checkVisibility()) shown = itemOf(shown.parentElement);
  return shown;
}

function rowOf(item: HTMLElement): HTMLElement {
  return item.querySelector<HTMLElement>(':scope > .field') ?? item;
}
