/** Copies the text of the code block before it. */
import { copyFrom } from './copy.ts';

class CopyButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    button?.addEventListener('click', () => {
      void copyFrom(button, this.previousElementSibling?.textContent.trimEnd() ?? '');
    });
  }
}

customElements.define('copy-button', CopyButton);
