/**
 * The bytes of a token, in hex and as text. Each leaf field is one piece of a row or several, so
 * that a field marks its bytes and a byte names its field.
 */
import type { Field, Token } from '../../core/index.ts';
import { h } from '../dom.ts';
import { spanAttributes } from './spans.ts';

/** Bytes drawn at once; the rest of a longer token is one button away. */
const BYTES_DRAWN = 4096;
const WIDE_ROW = 16;
const NARROW_ROW = 8;

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

/** Draws the bytes; undefined for a token that has none to show. */
export function byteView({ hex = '', fields }: Token, label: string): HTMLElement | undefined {
  if (hex === '') return undefined;
  const leaves = leavesOf(fields);
  const length = hex.length / 2;
  const view = h('div', { class: 'byte-view', tabindex: 0, role: 'group', 'aria-label': label });
  const draw = (limit: number) => {
    const rows: HTMLElement[] = [];
    for (let start = 0; start < limit; start += rowLength()) {
      rows.push(byteRow(hex, leaves, start, Math.min(start + rowLength(), limit)));
    }
    view.replaceChildren(...rows);
  };
  draw(Math.min(length, BYTES_DRAWN));
  if (length > BYTES_DRAWN) {
    const more = h('button', { type: 'button', class: 'button' }, `Show all ${length} bytes`);
    more.addEventListener('click', () => {
      draw(length);
    });
    view.append(more);
  }
  return view;
}

function rowLength(): number {
  return matchMedia('(max-width: 40rem)').matches ? NARROW_ROW : WIDE_ROW;
}

function byteRow(hex: string, leaves: readonly Leaf[], start: number, end: number): HTMLElement {
  const inRow = leaves.filter((leaf) => leaf.start < end && leaf.end > start);
  const pieces = (write: (from: number, to: number) => string) =>
    inRow.map((leaf) => {
      const text = write(Math.max(start, leaf.start), Math.min(end, leaf.end));
      const range = { 'data-from': leaf.start, 'data-to': leaf.end };
      return h('span', { class: 'piece', ...range, ...spanAttributes(leaf.field.at) }, text);
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
