/** Codes looked up on their own. */
import type { Code } from '../../core/index.ts';
import { h } from '../dom.ts';
import type { Href } from './finding-view.ts';
import { spanAttributes } from './spans.ts';

export function codeView(codes: readonly Code[], href: Href): HTMLElement {
  return h(
    'section',
    { class: 'card codes', 'aria-label': 'Codes' },
    h('h3', {}, 'Codes'),
    h('dl', {}, ...codes.flatMap((code) => [term(code), description(code, href)])),
  );
}

function term(code: Code): HTMLElement {
  const spellings = [code.unsigned?.toString(), code.hex].filter((spelling) => spelling);
  return h(
    'dt',
    spanAttributes(code.at),
    h('code', {}, code.name),
    spellings.length > 0 && h('span', { class: 'spellings' }, spellings.join(' = ')),
  );
}

function description(code: Code, href: Href): HTMLElement {
  return h(
    'dd',
    {},
    code.meaning !== undefined && h('p', {}, code.meaning),
    h(
      'p',
      {},
      code.article !== undefined && h('a', { href: href(code.article) }, `Article on ${code.name}`),
      code.article !== undefined && code.reference !== undefined && ' ',
      code.reference !== undefined &&
        h('a', { href: href(code.reference) }, `${code.name} in the code table`),
    ),
  );
}
