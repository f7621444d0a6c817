/** What was drawn for the cursor's place, in words: a field of a tree, or a cell of the log. */
import { wordsOfField } from './field-words.ts';

export function describeField(drawn: HTMLElement | undefined): string {
  if (!drawn) return '';
  const { field } = drawn.dataset;
  const words =
    field === undefined
      ? wordsOfField(drawn)
      : [field, drawn.textContent].filter(Boolean).join(' ');
  return words === '' ? '' : `At the cursor: ${words}`;
}
