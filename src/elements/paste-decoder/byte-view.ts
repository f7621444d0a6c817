/**
 * The bytes of a token, in hex and as text. Each leaf field is one piece of a row or several, so
 * that a field marks its bytes and a byte names its field.
 */
import { counted, type Field, type Token } from '../../core/index.ts';
import { h } from '../dom.ts';
import { scrollInside } from './scroll-inside.ts';
import { spanAttributes } from './spans.ts';

/** Bytes drawn at once; the rest of a longer token is one button away. */
const BYTES_DRAWN = 4096;
const WIDE_ROW = 16;
const NARROW_ROW = 8;
/** Characters of a wide row, with its offset and its gaps. */
const WIDE_CHARACTERS = 74;

/** A range of a token's bytes. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** A field with its range in the token's bytes. */
export interface Leaf {
  field: Field;
  start: number;
  end: number;
}

/** The fields without children, in byte order; those without bytes are left out. */
export function leavesOf(fields: readonly Field[]): Leaf[] {
  return fields.flatMap((field) => {
    if (field.children && field.children.length > 0) return leavesOf(field.children);
    return field.bytes && field.bytes.end > field.bytes.start ? [{ field, ...field.bytes }] : [];
  });
}

export class ByteView {
  readonly element: HTMLElement;
  readonly #hex: string;
  readonly #leaves: readonly Leaf[];
  #limit: number;
  #row = NARROW_ROW;
  #marked: ByteRange | undefined;

  constructor({ hex = '', fields }: Token, label: string) {
    this.#hex = hex;
    this.#leaves = leavesOf(fields);
    this.#limit = Math.min(this.#length, BYTES_DRAWN);
    this.element = h('div', {
      class: 'byte-view',
      tabindex: 0,
      role: 'group',
      'aria-label': label,
    });
    this.#draw();
    new ResizeObserver(() => {
      this.#fit();
    }).observe(this.element);
  }

  /** Marks a range and brings its beginning into view; `undefined` takes the mark away. */
  mark(range: ByteRange | undefined): void {
    this.#marked = range;
    if (range && range.from >= this.#limit) this.#drawAll();
    for (const piece of this.element.querySelectorAll<HTMLElement>('.octets')) {
      const { from, to } = rangeOf(piece);
      piece.classList.toggle('strong', range !== undefined && from < range.to && to > range.from);
    }
    const first = this.element.querySelector<HTMLElement>('.octets.strong');
    if (first) scrollInside(this.element, first);
  }

  /** The bytes of a range in hex. */
  hexOf({ from, to }: ByteRange): string {
    return this.#hex.slice(2 * from, 2 * to);
  }

  get #length(): number {
    return this.#hex.length / 2;
  }

  #drawAll(): void {
    this.#limit = this.#length;
    this.#draw();
    this.mark(this.#marked);
  }

  #draw(): void {
    const rows: HTMLElement[] = [];
    for (let start = 0; start < this.#limit; start += this.#row) {
      rows.push(byteRow(this.#hex, this.#leaves, start, Math.min(start + this.#row, this.#limit)));
    }
    this.element.replaceChildren(...rows);
    this.element.classList.toggle('wide', this.#row === WIDE_ROW);
    if (this.#limit === this.#length) return;
    const words = `Show all ${counted(this.#length, 'byte')}`;
    const more = h('button', { type: 'button', class: 'button' }, words);
    more.addEventListener('click', () => {
      this.#drawAll();
    });
    this.element.append(more);
  }

  /** Rows of 16 bytes where there is room for them, else of 8. */
  #fit(): void {
    const offset = this.element.querySelector('.offset');
    const room = this.element.parentElement?.clientWidth ?? 0;
    // The offset is as wide as its four digits.
    const character = (offset?.getBoundingClientRect().width ?? 0) / 4;
    if (character === 0) return;
    const isWide = room > WIDE_CHARACTERS * character;
    const row = isWide ? WIDE_ROW : NARROW_ROW;
    if (row === this.#row) return;
    this.#row = row;
    this.#draw();
    this.mark(this.#marked);
  }
}

/** Attributes by which a drawn field is tied to its bytes. */
export function byteAttributes({ bytes }: Field): Record<string, number | undefined> {
  return { 'data-from': bytes?.start, 'data-to': bytes?.end };
}

/** The bytes of a drawn piece or field. */
export function rangeOf({ dataset }: HTMLElement): ByteRange {
  return { from: Number(dataset.from), to: Number(dataset.to) };
}

function byteRow(hex: string, leaves: readonly Leaf[], start: number, end: number): HTMLElement {
  const inRow = leaves.filter((leaf) => leaf.start < end && leaf.end > start);
  const pieces = (write: (from: number, to: number) => string) =>
    inRow.map((leaf) => {
      const text = write(Math.max(start, leaf.start), Math.min(end, leaf.end));
      const range = { 'data-from': leaf.start, 'data-to': leaf.end };
      return h('span', { class: 'octets', ...range, ...spanAttributes(leaf.field.at) }, text);
    });
  return h(
    'div',
    { class: 'byte-row' },
    h('span', { class: 'offset' }, start.toString(16).padStart(4, '0')),
    h('span', { class: 'hex' }, ...pieces((from, to) => octets(hex, from, to).join(' '))),
    h(
      'span',
      { class: 'text', 'aria-hidden': 'true' },
      ...pieces((from, to) => octets(hex, from, to).map(printable).join('')),
    ),
  );
}

function octets(hex: string, from: number, to: number): string[] {
  return hex.slice(2 * from, 2 * to).match(/../g) ?? [];
}

function printable(octet: string): string {
  const code = parseInt(octet, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '·';
}
