/**
 * The search button in the header. The dialog and the index load when it is first opened, by
 * click, `/` or Ctrl+K.
 */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('button')) void this.#open();
    });
    document.addEventListener('keydown', (event) => {
      const slash = event.key === '/' && !event.ctrlKey && !event.altKey && !event.metaKey;
      const controlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (controlK || (slash && !isTyping(event.target))) {
        event.preventDefault();
        void this.#open();
      }
    });
  }

  async #open(): Promise<void> {
    const { openSearch } = await import('./search-dialog.ts');
    await openSearch(this.dataset.base ?? '/');
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

customElements.define('site-search', SiteSearch);
