/** After a paste was read again: the reader stays where the columns are, and hears what changed. */

/** Opens and focuses the new result's editor; returns how its log was read, in words. */
export function readAgain(result: ParentNode): string {
  const details = result.querySelector<HTMLDetailsElement>('.reading details');
  if (details) details.open = true;
  details?.querySelector<HTMLElement>('summary')?.focus();
  return result.querySelector('.reading > p')?.textContent ?? '';
}
