/** Cycles the theme through auto, light and dark, and remembers the choice in this browser. */
const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', () => {
      const next = THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length] ?? 'auto';
      apply(next);
      this.label();
    });
    this.label();
  }

  private label(): void {
    const name = this.querySelector('span');
    if (name) name.textContent = current();
  }
}

function current(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

function apply(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage can be switched off; the choice then lasts for this page.
  }
}

customElements.define('theme-switch', ThemeSwitch);
