/** In place of a verdict: what was read says nothing, or nothing was recognised. */
import type { Decoded } from '../../core/index.ts';
import { h } from '../dom.ts';
import { severityBadge } from './finding-view.ts';
import { looksLike } from './looks-like.ts';

/** UTF-16 code units of a text that are searched for. */
const QUERY = 300;
/** Pages that are offered. */
const HITS = 5;

const READ =
  'Read are: rows of an IIS log, an Authorization or WWW-Authenticate header, an HTTP message or trace, a Kerberos trace, the output of klist, setspn, nslookup or appcmd, IIS configuration, Windows events, an error message of a client or a server, or a code such as 401.2, 2148074254 or KRB_AP_ERR_MODIFIED.';

/** `text` is that of the first piece; `base` the site's base path. */
export function noVerdict({ kinds }: Decoded, text: string, base: string): HTMLElement {
  if (kinds.some((kind) => kind !== 'unknown')) {
    return card(severityBadge('info'), 'Nothing to conclude. What was read follows.');
  }
  const { what, instead, hasWords } = looksLike(text);
  return card(
    severityBadge('warning', 'Not recognised'),
    'Nothing in this text was recognised.',
    h('p', {}, `It looks like ${what}. ${instead}`),
    hasWords && guideSearch(text, base),
    h('p', { class: 'size' }, READ),
  );
}

function card(
  badge: HTMLElement,
  title: string,
  ...children: (HTMLElement | false)[]
): HTMLElement {
  return h(
    'div',
    { class: 'verdict', id: 'verdict', 'data-severity': badge.dataset.severity },
    h('div', { class: 'verdict-head' }, badge),
    h('h2', { class: 'verdict-title', tabindex: -1 }, title),
    ...children,
  );
}

/**
 * What the guide has on the words of the text. On request only: the search loads the parts of the
 * index that these words are in, and a paste makes no request by itself.
 */
function guideSearch(text: string, base: string): HTMLElement {
  const words = text.replace(/\s+/g, ' ').trim().slice(0, QUERY);
  const button = h(
    'button',
    { type: 'button', class: 'button' },
    'Search the guide for these words',
  );
  const status = h('p', { role: 'status' });
  const list = h('ol', { class: 'guide-hits' });
  const find = async () => {
    status.textContent = 'Searching the guide.';
    try {
      const { loadEngine } = await import('../site-search/engine.ts');
      const { hitItem } = await import('../site-search/hit-item.ts');
      const hits = (await (await loadEngine(base))(words, undefined)).slice(0, HITS);
      list.replaceChildren(...hits.map(hitItem));
      status.textContent =
        hits.length > 0
          ? 'What the guide has on these words:'
          : 'The guide has nothing on these words.';
    } catch {
      status.textContent = 'The search index could not be loaded.';
    }
  };
  button.addEventListener('click', () => void find());
  return h('div', { class: 'guide-search' }, button, status, list);
}
