/**
 * Fields as a tree, after the ARIA tree pattern: one tab stop, arrows to walk, right and left to
 * open and close. What a number means comes before the number; each field says where its bytes are.
 */
import { type Field, FRAMING, meaningBeside } from '../../core/index.ts';
import { h } from '../dom.ts';
import { byteAttributes } from './byte-view.ts';
import { indent } from './field-depth.ts';
import { valueOf } from './field-words.ts';
import { spanAttributes } from './spans.ts';
import { itemOf, select, toggled, walk } from './tree-keys.ts';

/** Levels that are open to begin with: down to the names in a ticket inside SPNEGO. */
const OPEN_LEVELS = 8;

/** Draws the tree; `label` names it for assistive technology. */
export function fieldTree(fields: readonly Field[], label: string): HTMLElement {
  const tree = h('ul', { role: 'tree', 'aria-label': label, class: 'field-tree' });
  tree.append(...fields.map((field) => treeItem(field, 1)));
  tree.querySelector('[role=treeitem]')?.setAttribute('tabindex', '0');
  tree.addEventListener('keydown', (event) => {
    if (walk(tree, event)) event.preventDefault();
  });
  // With nothing selected, copying takes the value of the field that has the focus.
  tree.addEventListener('copy', (event) => {
    const value = valueOf(itemOf(event.target));
    if (value === undefined || getSelection()?.isCollapsed === false) return;
    event.clipboardData?.setData('text/plain', value);
    event.preventDefault();
  });
  tree.addEventListener('click', (event) => {
    const item = itemOf(event.target);
    if (!item) return;
    select(tree, item);
    if (event.target instanceof Element && event.target.closest('.twist')) toggled(item);
  });
  return tree;
}

function treeItem(field: Field, level: number): HTMLElement {
  const children = field.children ?? [];
  const item = h('li', {
    role: 'treeitem',
    tabindex: -1,
    'aria-level': level,
    'aria-expanded': children.length > 0 ? String(level < OPEN_LEVELS) : undefined,
    // What only frames a value is shown on request.
    hidden: field.name === FRAMING,
    ...spanAttributes(field.at),
    ...byteAttributes(field),
  });
  indent(item, level);
  item.append(row(field));
  if (children.length > 0) {
    const group = h('ul', { role: 'group' });
    group.append(...children.map((child) => treeItem(child, level + 1)));
    item.append(group);
  }
  return item;
}

function row(field: Field): HTMLElement {
  const { name, value, label, cut, bytes } = field;
  const meaning = meaningBeside(field);
  return h(
    'div',
    { class: 'field' },
    h('span', { class: 'twist', 'aria-hidden': 'true' }),
    h('span', { class: 'name' }, name),
    h(
      'span',
      { class: 'what' },
      label !== undefined && h('b', { class: 'label' }, label),
      value !== undefined && h('span', { class: 'value' }, value),
      cut === true && h('span', { class: 'cut' }, 'cut off here'),
      meaning !== undefined && h('span', { class: 'meaning' }, meaning),
    ),
    bytes &&
      h(
        'span',
        { class: 'at', 'aria-hidden': 'true' },
        `${bytes.start.toString(16).padStart(4, '0')} +${bytes.end - bytes.start}`,
      ),
  );
}
