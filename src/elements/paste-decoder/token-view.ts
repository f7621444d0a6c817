/** One token: where it came from, its layers, its fields as a tree, and beside them its bytes. */
import { counted, FRAMING, type Token, withoutFraming } from '../../core/index.ts';
import { h } from '../dom.ts';
import { ByteView } from './byte-view.ts';
import { compareView } from './compare-view.ts';
import { fieldNote } from './field-note.ts';
import { fieldTree } from './field-tree.ts';
import { TokenLink } from './link-bytes.ts';
import type { Places } from './places.ts';
import { spanAttributes } from './spans.ts';
import { copyBar } from './token-copy.ts';
import { openAll } from './tree-keys.ts';

/** `1 token, 1,680 bytes` */
export function tokensTitle(tokens: readonly Token[]): string {
  const bytes = tokens.reduce((sum, token) => sum + token.bytes, 0);
  return `${counted(tokens.length, 'token')}: fields and bytes, ${counted(bytes, 'byte')}`;
}

/** All tokens of a case, and a way to compare two of them. */
export function tokensView(tokens: readonly Token[], places: Places): HTMLElement {
  const named = tokens.map((token, index) => ({ token, name: nameOf(token, index, places) }));
  return h(
    'div',
    { class: 'tokens' },
    compareView(named),
    ...named.map(({ token, name }, index) => tokenView(token, name, index)),
  );
}

/** `Token 2, B:1, WWW-Authenticate: Negotiate` */
function nameOf(token: Token, index: number, places: Places): string {
  const origin = [token.header, token.scheme].filter(Boolean).join(': ');
  return [`Token ${index + 1}`, places.of(token.at), origin].filter(Boolean).join(', ');
}

function tokenView(token: Token, title: string, index: number): HTMLElement {
  const tree = fieldTree(token.fields, `Fields of token ${index + 1}`);
  const status = h('p', { class: 'visually-hidden', role: 'status' });
  return h(
    'section',
    { class: 'card token', 'aria-label': title },
    h('h3', spanAttributes(token.at), title),
    h('p', { class: 'layers' }, token.layers.join(' › ')),
    h('p', { class: 'size' }, sizeOf(token)),
    treeBar(tree),
    h('div', { class: 'token-body' }, tree, bytesOf(token, index, tree, status)),
    copyBar({ ...token, fields: token.fields.map(withoutFraming) }),
    status,
  );
}

function bytesOf(
  token: Token,
  index: number,
  tree: HTMLElement,
  status: HTMLElement,
): HTMLElement | undefined {
  if (token.hex === undefined || token.hex === '') return undefined;
  const view = new ByteView(
    token,
    `Bytes of token ${index + 1}. Arrow keys walk through them field by field, Enter goes to the field.`,
  );
  const note = fieldNote(view);
  new TokenLink(tree, view, {
    show: (item) => {
      note.show(item);
    },
    say: (words) => {
      status.textContent = words;
    },
  });
  return h('div', { class: 'token-bytes' }, note.element, view.element);
}

/** Opens and closes the whole tree, and shows what frames the values. */
function treeBar(tree: HTMLElement): HTMLElement {
  const button = (words: string, isOpen: boolean) => {
    const made = h('button', { type: 'button', class: 'button' }, words);
    made.addEventListener('click', () => {
      openAll(tree, isOpen);
    });
    return made;
  };
  const framing = h('input', { type: 'checkbox' });
  const frames = [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')].filter(
    (item) => item.hidden,
  );
  framing.addEventListener('change', () => {
    for (const item of frames) item.hidden = !framing.checked;
  });
  return h(
    'div',
    { class: 'tree-bar' },
    button('Expand all', true),
    button('Collapse all', false),
    frames.length > 0 && h('label', {}, framing, ` show every ${FRAMING}`),
  );
}

function sizeOf({ bytes, complete, expectedBytes }: Token): string {
  const size = `${bytes.toLocaleString('en')} bytes`;
  if (complete) return `${size}, whole`;
  if (expectedBytes === undefined) return `${size}, cut off`;
  return `${size} of ${expectedBytes.toLocaleString('en')}: the end is missing`;
}
