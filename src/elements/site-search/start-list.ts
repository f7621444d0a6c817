/** What the empty search offers: the articles that most people with a 401 need first. */
import { h } from '../dom.ts';
import { articlePath } from '../../core/index.ts';
import { FIRST_SYMPTOMS } from '../../site/symptoms.ts';

const OFFERED = 8;

/** Items for the list of results; `base` is the site's base path with a slash at its end. */
export function startItems(base: string): HTMLElement[] {
  return FIRST_SYMPTOMS.slice(0, OFFERED).map(([symptom, article]) =>
    h('li', {}, h('a', { href: base + articlePath(article).slice(1) }, symptom)),
  );
}
