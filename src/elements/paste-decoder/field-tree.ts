/**
 * Fields as a tree, after the ARIA tree pattern: one tab stop, arrows to walk, right and left to
 * open and close.
 */
import type { Field } from '../../core/index.ts';
import { h } from '../dom.ts';
import { byteAttributes } from './link-bytes.ts';
import { spanAttributes } from './spans.ts';

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
    const value = itemOf(event.target)?.querySelector(':scope > .field > .value')?.textContent;
    if (value === undefined || getSelection()?.isCollapsed === false) return;
    event.clipboardData?.setData('text/plain', value);
    event.preventDefault();
  });
  tree.addEventListener('click', (event) => {
    const item = itemOf(event.target);
    if (!item) return;
    focus(tree, item);
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
    ...spanAttributes(field.at),
    ...byteAttributes(field),
  });
  item.append(
    h(
      'div',
      { class: 'field' },
      h('span', { class: 'twist', 'aria-hidden': 'true' }),
      h('span', { class: 'name' }, field.name),
      field.value !== undefined && h('span', { class: 'value' }, field.value),
      field.cut === true && h('span', { class: 'cut' }, 'cut off here'),
      field.meaning !== undefined && h('span', { class: 'meaning' }, field.meaning),
    ),
  );
  if (children.length > 0) {
    const group = h('ul', { role: 'group' });
    group.append(...children.map((child) => treeItem(child, level + 1)));
    item.append(group);
  }
  return item;
}

function walk(tree: HTMLElement, event: KeyboardEvent): boolean {
  const item = itemOf(event.target);
  if (!item || event.ctrlKey || event.altKey || event.metaKey) return false;
  const shown = [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')].filter(
    (candidate) => !candidate.parentElement?.closest('[aria-expanded=false]'),
  );
  const open = item.getAttribute('aria-expanded');
  const place = shown.indexOf(item);
  const steps: Record<string, () => HTMLElement | undefined> = {
    ArrowDown: () => shown[place + 1],
    ArrowUp: () => shown[place - 1],
    Home: () => shown[0],
    End: () => shown.at(-1),
    ArrowRight: () => (open === 'false' ? toggled(item) : open ? shown[place + 1] : undefined),
    ArrowLeft: () => (open === 'true' ? toggled(item) : itemOf(item.parentElement)),
    Enter: () => toggled(item),
  };
  const step = steps[event.key];
  if (!step) return false;
  const target = step();
  if (target) focus(tree, target);
  return true;
}

function itemOf(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>('[role=treeitem]') ?? undefined;
}

/** The same item, opened if it was closed and closed if it was open. */
function toggled(item: HTMLElement): HTMLElement {
  const open = item.getAttribute('aria-expanded');
  if (open) item.setAttribute('aria-expanded', String(open === 'false'));
  return item;
}

function focus(tree: HTMLElement, item: HTMLElement): void {
  tree.querySelector('[role=treeitem][tabindex="0"]')?.setAttribute('tabindex', '-1');
  item.setAttribute('tabindex', '0');
  item.focus();
}
