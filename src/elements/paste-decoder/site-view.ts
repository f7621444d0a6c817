/** Expected and actual for each IIS site, closed while there is a verdict; drawn when it is opened. */
import { counted, type SiteTable } from '../../core/index.ts';
import { h } from '../dom.ts';

export function siteView(tables: readonly SiteTable[], hasVerdict: boolean): HTMLElement {
  const details = h(
    'details',
    { class: 'card site', open: !hasVerdict },
    h('summary', {}, titleOf(tables)),
  );
  const draw = async () => {
    const { drawSite } = await import('./site-table.ts');
    details.append(...tables.map(drawSite));
  };
  details.addEventListener('toggle', () => void draw(), { once: true });
  return details;
}

function titleOf(tables: readonly SiteTable[]): string {
  const [only, second] = tables;
  const wrong = tables
    .flatMap(({ rows }) => rows)
    .filter(({ status }) => status === 'does-not-fit').length;
  const what = second ? `${tables.length} sites` : (only?.site ?? 'the site');
  return `Expected and actual: ${what}${wrong > 0 ? `, ${counted(wrong, 'name does', 'names do')} not fit` : ''}`;
}
