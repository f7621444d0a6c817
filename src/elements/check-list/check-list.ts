/**
 * The checklist that can be marked. Without script it is an ordered list; what marks it loads after
 * the page.
 */
class CheckList extends HTMLElement {
  connectedCallback(): void {
    void import('./board.ts').then(({ startBoard }) => {
      startBoard(this);
    });
  }
}

customElements.define('check-list', CheckList);
