/** The search dialog: a box, a filter by group, results with their sections. */
import styles from './search-dialog.css?url';
import { h } from '../dom.ts';
import { addStyles } from '../late-styles.ts';
import { CODES_GROUP, GROUPS } from '../../site/groups.ts';
import { loadEngine, type Engine } from './engine.ts';
import { hitItem } from './hit-item.ts';
import { startItems } from './start-list.ts';

/** Milliseconds without a key before a search starts. */
const TYPING_PAUSE = 120;

let dialog: SearchDialog | undefined;

/** Opens the dialog; `base` is the site's base path with a slash at its end. */
export async function openSearch(base: string): Promise<void> {
  dialog ??= new SearchDialog();
  await dialog.open(base);
}

class SearchDialog {
  readonly #input = h('input', {
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': 'Search the guide',
    placeholder: 'A symptom, or a code in any spelling',
  });
  readonly #group = h(
    'select',
    { 'aria-label': 'Group' },
    h('option', { value: '' }, 'All'),
    ...[...GROUPS.map(({ title }) => title), CODES_GROUP].map((title) => h('option', {}, title)),
  );
  readonly #status = h('p', { role: 'status', class: 'search-status' });
  readonly #start = h(
    'p',
    { class: 'search-start' },
    'Most people with a 401 start with one of these:',
  );
  readonly #results = h('ol', { class: 'search-results' });
  readonly #close = h('button', { type: 'button', class: 'button' }, 'Close');
  readonly #dialog = h(
    'dialog',
    { class: 'search-dialog', 'aria-label': 'Search' },
    h('div', { class: 'search-box' }, this.#input, this.#group, this.#close),
    this.#status,
    this.#start,
    this.#results,
  );
  #engine: Promise<Engine> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;
  /** The site's base path. */
  #base = '/';

  constructor() {
    void addStyles(styles);
    document.body.append(this.#dialog);
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search(), TYPING_PAUSE);
    });
    this.#group.addEventListener('change', () => void this.#search());
    this.#close.addEventListener('click', () => {
      this.#dialog.close();
    });
    this.#dialog.addEventListener('click', (event) => {
      // A result may lead to a heading of this very page, which loads nothing.
      const onLink = event.target instanceof Element && event.target.closest('a');
      if (event.target === this.#dialog || onLink) this.#dialog.close();
    });
    this.#dialog.addEventListener('keydown', (event) => {
      this.#walk(event);
    });
  }

  async open(base: string): Promise<void> {
    this.#base = base;
    if (!this.#dialog.open) this.#dialog.showModal();
    if (this.#input.value.trim() === '') this.#offerStart();
    this.#input.select();
    this.#engine ??= loadEngine(base);
    try {
      await this.#engine;
    } catch {
      this.#engine = undefined;
      this.#status.textContent =
        'The search index could not be loaded. It is made by the build; the development server has none.';
    }
  }

  async #search(): Promise<void> {
    const query = this.#input.value.trim();
    const turn = ++this.#latest;
    const engine = await this.#engine;
    const hits = query && engine ? await engine(query, this.#group.value || undefined) : [];
    if (turn !== this.#latest) return;
    if (query === '') {
      this.#offerStart();
      return;
    }
    this.#start.hidden = true;
    this.#results.replaceChildren(...hits.map(hitItem));
    this.#status.textContent = countOf(hits.length);
  }

  /** With nothing to search for, the list holds where to begin. */
  #offerStart(): void {
    this.#start.hidden = false;
    this.#results.replaceChildren(...startItems(this.#base));
    this.#status.textContent = '';
  }

  /** The first result for what stands in the box now, which may be newer than the list. */
  async #followFirst(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#search();
    this.#results.querySelector<HTMLAnchorElement>('a.hit')?.click();
  }

  /** Arrows walk through the box and the links; Enter in the box opens the first result. */
  #walk(event: KeyboardEvent): void {
    const links = [...this.#results.querySelectorAll('a')];
    const place = links.findIndex((link) => link === document.activeElement);
    const targets: Record<string, HTMLElement | undefined> = {
      ArrowDown: links[place + 1],
      ArrowUp: place > 0 ? links[place - 1] : this.#input,
    };
    if (event.key === 'Enter' && document.activeElement === this.#input) {
      void this.#followFirst();
    } else if (event.key in targets && document.activeElement !== this.#group) {
      event.preventDefault();
      targets[event.key]?.focus();
    }
  }
}

function countOf(count: number): string {
  if (count === 0) return 'Nothing found. Try the number alone, or fewer words.';
  return count === 1 ? '1 result' : `${count} results`;
}
