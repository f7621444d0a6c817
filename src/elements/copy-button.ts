/** Copies the text of the code block before it, and says so. */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    button?.addEventListener('click', () => {
      void this.copy(button);
    });
  }

  private async copy(button: HTMLButtonElement): Promise<void> {
    const text = this.previousElementSibling?.textContent.trimEnd() ?? '';
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      // Without a secure context (plain http on an intranet) there is no clipboard to write to.
      button.textContent = 'Select and copy by hand';
    }
    button.setAttribute('aria-live', 'polite');
  }
}

customElements.define('copy-button', CopyButton);
