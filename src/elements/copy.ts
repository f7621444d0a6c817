/**
 * Copies text when a button is pressed, and says so on the button for a moment. Resolves to false
 * where there is no clipboard.
 */

/** Milliseconds for which the button says that it copied. */
const SAID_FOR = 2000;

export async function copyFrom(button: HTMLElement, text: string): Promise<boolean> {
  const label = button.textContent;
  let copied = true;
  button.setAttribute('aria-live', 'polite');
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    copied = false;
    // Without a secure context (plain http on an intranet) there is no clipboard to write to.
    button.textContent = 'Select and copy by hand';
  }
  setTimeout(() => {
    button.textContent = label;
  }, SAID_FOR);
  return copied;
}
