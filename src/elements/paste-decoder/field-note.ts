/** The field that is looked at: its name, where its bytes are, and ways to take it along. */
import { counted } from '../../core/index.ts';
import { copyFrom } from '../copy.ts';
import { h } from '../dom.ts';
import { type ByteView, rangeOf } from './byte-view.ts';
import { namesOf, valueOf } from './field-words.ts';

export interface FieldNote {
  readonly element: HTMLElement;
  show(item: HTMLElement | undefined): void;
}

export function fieldNote(view: ByteView): FieldNote {
  const name = h('b', {});
  const where = h('span', { class: 'size' });
  const value = h('button', { type: 'button', class: 'button' }, 'Copy value');
  const bytes = h('button', { type: 'button', class: 'button' }, 'Copy bytes as hex');
  let shown: HTMLElement | undefined;
  value.addEventListener('click', () => {
    void copyFrom(value, valueOf(shown) ?? '');
  });
  bytes.addEventListener('click', () => {
    if (shown) void copyFrom(bytes, view.hexOf(rangeOf(shown)));
  });
  const show = (item: HTMLElement | undefined) => {
    shown = item;
    const [own = 'No field selected', around] = item ? namesOf(item) : [];
    name.textContent = own;
    where.textContent = item ? placeOf(item, around) : 'point at a field or a byte';
    value.disabled = valueOf(item) === undefined;
    bytes.disabled = item?.dataset.from === undefined;
  };
  show(undefined);
  return {
    element: h('div', { class: 'field-note' }, h('p', {}, name, ' ', where), value, bytes),
    show,
  };
}

/** `in ticket, 37 bytes from 0x009c` */
function placeOf(item: HTMLElement, around: string | undefined): string {
  const { from, to } = rangeOf(item);
  const offset = `0x${from.toString(16).padStart(4, '0')}`;
  const bytes = Number.isNaN(from) ? [] : [`${counted(to - from, 'byte')} from ${offset}`];
  return [...(around === undefined ? [] : [`in ${around}`]), ...bytes].join(', ');
}
