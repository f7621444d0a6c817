/** One token: where it came from, its layers, and its fields as a tree. */
import { withoutFraming } from '../../core/fields.ts';
import type { Token } from '../../core/index.ts';
import { h } from '../dom.ts';
import { fieldTree } from './field-tree.ts';
import { spanAttributes } from './spans.ts';

export function tokenView(token: Token, index: number): HTMLElement {
  const origin = [token.header, token.scheme].filter(Boolean).join(': ');
  const title = `Token ${index + 1}${origin ? `, ${origin}` : ''}`;
  return h(
    'section',
    { class: 'card token', 'aria-label': title },
    h('h3', spanAttributes(token.at), title),
    h('p', { class: 'layers' }, token.layers.join(' › ')),
    h('p', { class: 'size' }, sizeOf(token)),
    fieldTree(token.fields.map(withoutFraming), `Fields of token ${index + 1}`),
  );
}

function sizeOf({ bytes, complete, expectedBytes }: Token): string {
  const size = `${bytes.toLocaleString('en')} bytes`;
  if (complete) return `${size}, whole`;
  if (expectedBytes === undefined) return `${size}, cut off`;
  return `${size} of ${expectedBytes.toLocaleString('en')}: the end is missing`;
}
