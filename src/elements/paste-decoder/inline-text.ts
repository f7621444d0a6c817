/** A text of the checklist with its code and links, as nodes. */
import { articleAt, articlePath, numberOf, piecesOf } from '../../core/index.ts';
import { h } from '../dom.ts';
import type { Href } from './finding-view.ts';

export function inlineText(text: string, href: Href): (Node | string)[] {
  return piecesOf(text).map((piece) => {
    if (piece.kind === 'code') return h('code', {}, piece.text);
    if (piece.kind === 'text') return piece.text;
    const [scheme, name = ''] = piece.target.split(':');
    if (scheme === 'check') return `check ${numberOf(name)}`;
    const article = articleAt(`/article/${name.replace(/#.*/, '')}`);
    if (!article) return piece.text;
    return h('a', { href: href(articlePath(article)) }, ...inlineText(piece.text, href));
  });
}
