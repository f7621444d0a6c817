/** Date and computer of a header whose labels are in another language: by where Event Viewer has them. */
import { pairIn } from '../fields/labelled.ts';
import type { Page } from '../fields/page.ts';
import type { Draft } from './text-drafts.ts';
import type { HeaderLine } from './text-header.ts';

/** Lines below the number in Event Viewer: category, level, keywords, user, computer. */
const COMPUTER_BELOW = 5;

/** What a header in another language has where the English one has date and computer. */
export function byPosition({ header, idLine }: Draft, page: Page): Partial<Draft['header']> {
  const { id, provider } = header;
  if (!id || !provider || id.isLabelled || idLine === undefined) return {};
  const [time] = valueAt(page, idLine - 1, /\d.{1,20}:\d/);
  const [computer] = valueAt(page, idLine + COMPUTER_BELOW, /^[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}$/);
  return {
    ...(time && { time: { ...time, role: 'time' } }),
    ...(computer && { computer: { ...computer, role: 'computer' } }),
  };
}

function valueAt(page: Page, index: number, pattern: RegExp): Omit<HeaderLine, 'role'>[] {
  const line = page.lines[index];
  const pairs = line ? pairIn(line.text, line.start) : [];
  return pairs
    .filter(({ value }) => pattern.test(value))
    .map(({ value, from }) => ({ text: value, start: from, isLabelled: false }));
}
