/**
 * Ties a token's tree to its bytes: pointing at a field marks its bytes, pointing at a byte marks
 * its field. By keyboard, arrows walk through the bytes field by field, Enter goes to the field.
 */
import type { Field } from '../../core/index.ts';

interface Range {
  from: number;
  to: number;
}

export function linkBytes(tree: HTMLElement, bytes: HTMLElement, status: HTMLElement): void {
  const items = [...tree.querySelectorAll<HTMLElement>('[data-from]')];

  const mark = (range: Range | undefined) => {
    for (const piece of bytes.querySelectorAll<HTMLElement>('.piece')) {
      const { from, to } = rangeOf(piece);
      piece.classList.toggle('strong', range !== undefined && from < range.to && to > range.from);
    }
    for (const item of items) item.classList.remove('at-byte');
  };

  /** The fields of the tree around a range of bytes, outermost first. */
  const itemsAround = ({ from, to }: Range) =>
    items.filter((item) => rangeOf(item).from <= from && to <= rangeOf(item).to);

  const pointAt = (range: Range) => {
    const around = itemsAround(range);
    const item = around.at(-1);
    mark(range);
    // The innermost may lie in a closed branch; then the branch is what can be pointed at.
    around.findLast((candidate) => candidate.checkVisibility())?.classList.add('at-byte');
    const words = [...(item?.querySelector('.field')?.children ?? [])].map((c) => c.textContent);
    status.textContent = `Bytes ${range.from} to ${range.to - 1}: ${words.filter(Boolean).join(' ')}`;
  };

  for (const type of ['pointerover', 'focusin'] as const) {
    tree.addEventListener(type, ({ target }) => {
      const item = target instanceof Element ? target.closest<HTMLElement>('[data-from]') : null;
      mark(item ? rangeOf(item) : undefined);
    });
  }
  bytes.addEventListener('pointerover', ({ target }) => {
    const piece = target instanceof Element ? target.closest<HTMLElement>('.piece') : null;
    if (piece) pointAt(rangeOf(piece));
  });
  for (const view of [tree, bytes]) {
    view.addEventListener('pointerleave', () => {
      mark(undefined);
    });
  }

  let cursor: Range | undefined;
  bytes.addEventListener('keydown', (event) => {
    const ranges = distinct([...bytes.querySelectorAll<HTMLElement>('.hex .piece')].map(rangeOf));
    const place = cursor ? ranges.findIndex(({ from }) => from === cursor?.from) : -1;
    const steps: Record<string, Range | undefined> = {
      ArrowRight: ranges[place + 1],
      ArrowDown: ranges[place + 1],
      ArrowLeft: ranges[Math.max(0, place - 1)],
      ArrowUp: ranges[Math.max(0, place - 1)],
      Home: ranges[0],
      End: ranges.at(-1),
    };
    const next = steps[event.key];
    if (next) {
      event.preventDefault();
      cursor = next;
      pointAt(next);
      bytes.querySelector('.piece.strong')?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && cursor) {
      const around = itemsAround(cursor);
      for (const item of around.slice(0, -1)) item.setAttribute('aria-expanded', 'true');
      around.at(-1)?.focus();
    }
  });
}

/** Attributes by which `linkBytes` finds the bytes of a drawn field. */
export function byteAttributes({ bytes }: Field): Record<string, number | undefined> {
  return { 'data-from': bytes?.start, 'data-to': bytes?.end };
}

function rangeOf(drawn: HTMLElement): Range {
  return { from: Number(drawn.dataset.from), to: Number(drawn.dataset.to) };
}

/** A field that runs over several rows is several pieces and one stop. */
function distinct(ranges: readonly Range[]): Range[] {
  return ranges.filter((range, place) => range.from !== ranges[place - 1]?.from);
}
