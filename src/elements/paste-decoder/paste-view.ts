/**
 * The paste area with its proof marked. A text area cannot colour its text, so a mirror with the
 * same text and the same metrics lies under it and carries the marks.
 */
import type { Span } from '../../core/index.ts';
import { h, part } from '../dom.ts';

/** UTF-16 code units that the mirror draws; marks beyond it are not shown. */
const MIRROR_LENGTH = 200_000;

export class PasteView {
  readonly input: HTMLTextAreaElement;
  readonly #mirror: HTMLElement;
  #proof: readonly Span[] = [];
  /** The place that was revealed; it stays marked while others are pointed at. */
  #revealed: Span | undefined;

  constructor(root: ParentNode) {
    this.input = part(root, 'textarea', HTMLTextAreaElement);
    this.#mirror = part(root, '.mirror', HTMLElement);
    this.input.addEventListener('scroll', () => {
      this.#follow();
    });
  }

  /** Puts a text into the area, unless it is there already. */
  show(text: string, isReadOnly: boolean): void {
    this.input.readOnly = isReadOnly;
    if (this.input.value !== text) {
      this.#revealed = undefined;
      this.input.value = text;
      this.input.scrollTop = 0;
    }
  }

  /** Marks the proof of the verdict. */
  prove(proof: readonly Span[]): void {
    this.#proof = proof;
    this.#draw();
  }

  /** Marks one more span, strongly; `undefined` takes that mark away. */
  point(span?: Span): void {
    this.#draw(span);
  }

  /** Scrolls to the first mark, unless one is in view already. */
  showProof(): void {
    const marks = [...this.#mirror.querySelectorAll('mark')];
    const { scrollTop, clientHeight } = this.input;
    const inView = marks.some(({ offsetTop, offsetHeight }) => {
      return offsetTop >= scrollTop && offsetTop + offsetHeight <= scrollTop + clientHeight;
    });
    const [first] = marks;
    if (first && !inView) this.input.scrollTop = first.offsetTop - clientHeight / 3;
  }

  /** Selects a span, marks it strongly and brings it into view. */
  reveal(span: Span): void {
    this.#revealed = span;
    this.#draw();
    this.input.focus({ preventScroll: true });
    this.input.setSelectionRange(span.start, span.end);
    const mark = this.#mirror.querySelector<HTMLElement>('.strong');
    if (mark) this.input.scrollTop = mark.offsetTop - this.input.clientHeight / 3;
    this.input.scrollIntoView({ block: 'nearest' });
  }

  /** Takes the mark of the revealed place away. */
  conceal(): void {
    this.#revealed = undefined;
    this.#draw();
  }

  #draw(pointed?: Span): void {
    const strong = pointed ?? this.#revealed;
    const spans = strong ? [...this.#proof, strong] : this.#proof;
    // Without a mark there is nothing to lay out a second time.
    const text = spans.length > 0 ? this.input.value.slice(0, MIRROR_LENGTH) : '';
    const edges = new Set([0, text.length]);
    for (const { start, end } of spans) {
      edges.add(Math.min(start, text.length));
      edges.add(Math.min(end, text.length));
    }
    const sorted = [...edges].sort((a, b) => a - b);
    const covers = (span: Span, start: number, end: number) =>
      span.start <= start && end <= span.end;
    this.#mirror.replaceChildren(
      ...sorted.slice(1).map((end, index) => {
        const start = sorted[index] ?? 0;
        const piece = text.slice(start, end);
        const isStrong = strong !== undefined && covers(strong, start, end);
        const isProof = this.#proof.some((span) => covers(span, start, end));
        // The very characters of the area, which `h` would not leave as they are.
        const characters = document.createTextNode(piece);
        if (isStrong) return h('mark', { class: 'strong' }, characters);
        return isProof ? h('mark', {}, characters) : characters;
      }),
      // A last line break needs something after it to take up a line.
      '\n',
    );
    this.#follow();
  }

  #follow(): void {
    this.#mirror.scrollTop = this.input.scrollTop;
  }
}
