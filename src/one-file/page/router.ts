/**
 * Shows the page that the fragment of the address names: `#/kerberos/spn-duplicate/#sources`. The first
 * page stays as it is while others are read, and with it the evidence.
 */
import { part } from '../../elements/dom.ts';
import { useStyles } from './late-styles.ts';
import { PAGES, type StoredPage, WRONG_ADDRESS } from './pages.ts';

const HOME = '/';

interface Wanted {
  readonly path: string;
  readonly query: string;
  /** Id of the element to go to. */
  readonly anchor: string;
}

let path = '';

export function startRouter(): void {
  addEventListener('hashchange', show);
  show();
  // Evidence that is pasted while an article is read belongs to the case.
  addEventListener('paste', ({ target }) => {
    const isTyping = target instanceof Element && target.closest('input, textarea, dialog');
    if (path !== HOME && !isTyping) location.hash = '#/';
  });
}

/** Undefined for a fragment that names an element of the page that is shown. */
function wanted(): Wanted | undefined {
  const hash = location.hash || '#/';
  const parts = /^#(\/[^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(hash);
  return parts
    ? { path: parts[1] ?? HOME, query: parts[2] ?? '', anchor: decodeURIComponent(parts[3] ?? '') }
    : undefined;
}

function show(): void {
  const to = wanted();
  if (!to) return;
  const page = PAGES.get(to.path) ?? PAGES.get(WRONG_ADDRESS);
  if (page && (page.path !== path || to.query)) open(page, to.query);
  const target = to.anchor ? document.getElementById(to.anchor) : null;
  for (const marked of document.querySelectorAll('.is-target'))
    marked.classList.remove('is-target');
  target?.classList.add('is-target');
  if (target) target.scrollIntoView();
  else scrollTo(0, 0);
}

function open(page: StoredPage, query: string): void {
  const home = part(document, '#home', HTMLElement);
  const other = part(document, '#page', HTMLElement);
  const isHome = page.path === HOME;
  const isFirst = path === '';
  path = page.path;
  useStyles(page.path, page.styles);
  home.hidden = !isHome;
  other.hidden = isHome;
  // A sample takes the place of a case, as it does on the site.
  const place = isHome ? home : other;
  if (!isHome || query || home.childElementCount === 0) {
    place.replaceChildren(document.importNode(page.content, true));
  }
  document.title = page.title;
  for (const link of document.querySelectorAll('.site-header nav a')) {
    if (link.getAttribute('href') === `#${page.path}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (!isFirst) part(document, '#main', HTMLElement).focus({ preventScroll: true });
}
