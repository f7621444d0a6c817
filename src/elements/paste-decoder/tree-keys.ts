/** Walking through a tree of fields by keyboard, and which of its items is selected. */

/** The item of the tree around a target. */
export function itemOf(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>('[role=treeitem]') ?? undefined;
}

/** The items that can be reached: those in open branches. */
function shownItems(tree: HTMLElement): HTMLElement[] {
  return [...tree.querySelectorAll<HTMLElement>('[role=treeitem]:not([hidden])')].filter(
    (item) => !item.parentElement?.closest('[aria-expanded=false]'),
  );
}

/** Answers a key of the tree pattern; false for another key. */
export function walk(tree: HTMLElement, event: KeyboardEvent): boolean {
  const item = itemOf(event.target);
  if (!item || event.ctrlKey || event.altKey || event.metaKey) return false;
  const shown = shownItems(tree);
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
    '*': () => {
      openAll(tree, true);
      return item;
    },
  };
  const step = steps[event.key];
  if (!step) return false;
  const target = step();
  if (target) select(tree, target);
  return true;
}

/** The same item, opened if it was closed and closed if it was open. */
export function toggled(item: HTMLElement): HTMLElement {
  const open = item.getAttribute('aria-expanded');
  if (open) item.setAttribute('aria-expanded', String(open === 'false'));
  return item;
}

/** Opens or closes every branch; what lies in a closed one gives the tab stop to the first item. */
export function openAll(tree: HTMLElement, isOpen: boolean): void {
  for (const item of tree.querySelectorAll('[aria-expanded]')) {
    item.setAttribute('aria-expanded', String(isOpen));
  }
  const [first] = shownItems(tree);
  const stop = tree.querySelector('[tabindex="0"]');
  if (first && stop?.checkVisibility() !== true) moveStop(tree, first);
}

/** Opens the branches around an item. */
export function reveal(item: HTMLElement): void {
  for (let one = itemOf(item.parentElement); one; one = itemOf(one.parentElement)) {
    one.setAttribute('aria-expanded', 'true');
  }
}

/** Selects an item and goes to it. */
export function select(tree: HTMLElement, item: HTMLElement): void {
  moveStop(tree, item);
  item.focus();
}

/** The tab stop of the tree is at the selected item. */
export function moveStop(tree: HTMLElement, item: HTMLElement): void {
  tree.querySelector('[role=treeitem][tabindex="0"]')?.setAttribute('tabindex', '-1');
  item.setAttribute('tabindex', '0');
}
