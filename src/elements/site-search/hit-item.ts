/** One page that was found, with its sections. */
import { h } from '../dom.ts';
import type { Hit } from './engine.ts';

export function hitItem({ title, url, group, excerpt, sections }: Hit): HTMLElement {
  return h(
    'li',
    {},
    h('a', { href: url, class: 'hit' }, title),
    group !== undefined && h('span', { class: 'hit-group' }, group),
    h('p', {}, ...markedText(excerpt)),
    sections.length > 0 &&
      h(
        'ul',
        {},
        ...sections.map((section) => h('li', {}, h('a', { href: section.url }, section.title))),
      ),
  );
}

/** Pagefind's excerpt as nodes: `<mark>` is the only element it can hold. */
function markedText(excerpt: string): (Node | string)[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((piece) => {
    const marked = /^<mark>(.*)<\/mark>$/.exec(piece);
    return marked ? h('mark', {}, unescapeHtml(marked[1] ?? '')) : unescapeHtml(piece);
  });
}

function unescapeHtml(text: string): string {
  const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (entity, name: string) => characters[name] ?? entity,
  );
}
