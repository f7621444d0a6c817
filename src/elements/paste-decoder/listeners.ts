/** What the page listens to around the paste area, and what each event asks for. */
import type { Options, Span } from '../../core/index.ts';
import { copyFrom } from '../copy.ts';
import { part } from '../dom.ts';
import { COLUMNS_EVENT, type ColumnsEvent } from './columns-event.ts';
import { spanAround } from './spans.ts';

export interface ResultActions {
  columns(columns: Options['columns']): void;
  /** Marks a place in the paste while it is pointed at. */
  point(span?: Span): void;
  reveal(span: Span): void;
}

export function listenToResult(result: HTMLElement, act: ResultActions): void {
  result.addEventListener(COLUMNS_EVENT, (event) => {
    act.columns((event as ColumnsEvent).detail);
  });
  // From a drawn value to its place in the paste.
  for (const type of ['pointerover', 'focusin'] as const) {
    result.addEventListener(type, (event) => {
      act.point(spanAround(event.target));
    });
  }
  for (const type of ['pointerleave', 'focusout'] as const) {
    result.addEventListener(type, () => {
      act.point();
    });
  }
  result.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const revealing = target.closest('[data-reveal]');
    // Text that is being selected is about to be copied.
    const isSelecting = getSelection()?.type === 'Range' && !target.closest('button');
    const span = revealing && !isSelecting ? spanAround(target) : undefined;
    if (span) act.reveal(span);
    const copy = target.closest<HTMLElement>('[data-copy]');
    if (copy) void copyFrom(copy, copy.dataset.copy ?? '');
  });
}

/** Every button that opens files uses the one field for them. */
export function listenToFileButtons(
  root: ParentNode,
  open: (files: readonly File[]) => void,
): void {
  const field = part(root, 'input[type=file]', HTMLInputElement);
  field.addEventListener('change', () => {
    open([...(field.files ?? [])]);
    // The same file may be chosen again.
    field.value = '';
  });
  for (const button of root.querySelectorAll('[data-open-file]')) {
    button.addEventListener('click', () => {
      field.click();
    });
  }
}

export function listenToSamples(root: ParentNode, open: (id: string) => void): void {
  for (const chip of root.querySelectorAll<HTMLAnchorElement>('[data-sample]')) {
    chip.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(chip.dataset.sample ?? '');
    });
  }
}
