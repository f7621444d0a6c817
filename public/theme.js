// Runs before the first paint, so that the chosen theme never flashes; the policy allows no inline script.
(() => {
  const root = document.documentElement;
  root.dataset.script = '';
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage can be switched off; the system's theme is used then.
  }
})();
