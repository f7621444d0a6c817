/**
 * The look-up on the overview of codes. The table is loaded with the first key: the page itself
 * lists every code, and needs no script for that.
 */
import { h, part } from '../dom.ts';

/** Milliseconds without a key before a look-up starts. */
const TYPING_PAUSE = 120;

class CodeLookup extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const input = part(this, 'input', HTMLInputElement);
    const status = part(this, '[role=status]', HTMLElement);
    const results = part(this, 'ol', HTMLOListElement);
    const href = (path: string) => (this.dataset.base ?? '/') + path.slice(1);

    const search = async () => {
      const typed = input.value;
      const { matchesOf } = await import('./matches.ts');
      const matches = matchesOf(typed);
      // Another key may have come while the table was loading.
      if (typed !== input.value) return;
      results.replaceChildren(
        ...matches.map(({ title, text, reference }) =>
          h('li', {}, h('a', { href: href(reference) }, title), h('p', {}, text)),
        ),
      );
      status.textContent = typed.trim() === '' ? '' : countOf(matches.length);
    };

    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void search(), TYPING_PAUSE);
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      void search().then(() => results.querySelector('a')?.click());
    });
  }
}

function countOf(count: number): string {
  if (count === 0) return 'No code of this guide. Try the number alone, or a piece of its name.';
  return count === 1 ? '1 code' : `${count} codes`;
}

customElements.define('code-lookup', CodeLookup);

/** Addresses from before each family had its page name a code on the overview: follow them. */
function follow(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const link = named?.closest('.code-index li')?.querySelector('a');
  if (link) location.replace(link.href);
}

follow();
addEventListener('hashchange', follow);
