/** Copies the text of the code block before it. What does it is loaded by the first press. */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    button?.addEventListener('click', () => {
      void copy(button, this.previousElementSibling?.textContent.trimEnd() ?? '');
    });
  }
}

async function copy(button: HTMLElement, text: string): Promise<void> {
  const { copyFrom } = await import('./copy.ts');
  await copyFrom(button, text);
}

customElements.define('copy-button', CopyButton);
