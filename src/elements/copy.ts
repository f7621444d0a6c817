/**
 * Copies text when a button is pressed, and says so on the button for a moment. Where there is no
 * clipboard to write to (plain http on an intranet), the older way over a selection is taken.
 */

/** Milliseconds for which the button says that it copied. */
const SAID_FOR = 2000;

/** What each button said before, while it says something else. */
const saying = new WeakMap<HTMLElement, { label: string; timer: ReturnType<typeof setTimeout> }>();

/** Resolves to false when neither way works; the text is selected then, to be copied by hand. */
export async function copyFrom(button: HTMLElement, text: string): Promise<boolean> {
  const copied = (await toClipboard(text)) || bySelection(button, text);
  sayOn(button, copied ? 'Copied' : 'Select and copy by hand');
  return copied;
}

async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function bySelection(button: HTMLElement, text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'visually-hidden';
  button.after(area);
  area.select();
  try {
    // Deprecated, and the only way that works without a secure context.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    button.focus();
  }
}

function sayOn(button: HTMLElement, words: string): void {
  const before = saying.get(button);
  if (before) clearTimeout(before.timer);
  const label = before?.label ?? button.textContent;
  button.setAttribute('aria-live', 'polite');
  button.textContent = words;
  const timer = setTimeout(() => {
    button.textContent = label;
    saying.delete(button);
  }, SAID_FOR);
  saying.set(button, { label, timer });
}
