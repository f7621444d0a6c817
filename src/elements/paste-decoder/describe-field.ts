/** What was drawn for the cursor's place, in words: a field of a tree, or a cell of the log. */
export function describeField(drawn: HTMLElement | undefined): string {
  if (!drawn) return '';
  const field = drawn.querySelector(':scope > .field');
  const words = field
    ? [...field.children].map((child) => child.textContent)
    : drawn.dataset.field === undefined
      ? []
      : [drawn.dataset.field, drawn.textContent];
  return words.length > 0 ? `At the cursor: ${words.filter(Boolean).join(' ')}` : '';
}
