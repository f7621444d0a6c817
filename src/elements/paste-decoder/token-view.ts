/** One token: where it came from, its layers, its fields as a tree, and beside them its bytes. */
import { counted, type Token, withoutFraming } from '../../core/index.ts';
import { copyFrom } from '../copy.ts';
import { h } from '../dom.ts';
import { byteView } from './byte-view.ts';
import { fieldTree } from './field-tree.ts';
import { linkBytes } from './link-bytes.ts';
import { spanAttributes } from './spans.ts';
import { asJson, asMarkdown, asText, withoutPrivate } from './token-text.ts';

const FORMS = { text: asText, Markdown: asMarkdown, JSON: asJson } as const;

/** `1 token, 1,680 bytes` */
export function tokensTitle(tokens: readonly Token[]): string {
  const bytes = tokens.reduce((sum, token) => sum + token.bytes, 0);
  return `${counted(tokens.length, 'token')}: fields and bytes, ${counted(bytes, 'byte')}`;
}

/** All tokens of a paste; a request's and its answer's stand side by side where there is room. */
export function tokensView(tokens: readonly Token[]): HTMLElement {
  return h('div', { class: 'tokens' }, ...tokens.map(tokenView));
}

function tokenView(token: Token, index: number): HTMLElement {
  const origin = [token.header, token.scheme].filter(Boolean).join(': ');
  const title = `Token ${index + 1}${origin ? `, ${origin}` : ''}`;
  const readable = { ...token, fields: token.fields.map(withoutFraming) };
  const tree = fieldTree(readable.fields, `Fields of token ${index + 1}`);
  const bytes = byteView(
    token,
    `Bytes of token ${index + 1}. Arrow keys walk through them field by field, Enter goes to the field.`,
  );
  const status = h('p', { class: 'visually-hidden', role: 'status' });
  if (bytes) linkBytes(tree, bytes, status);
  return h(
    'section',
    { class: 'card token', 'aria-label': title },
    h('h3', spanAttributes(token.at), title),
    h('p', { class: 'layers' }, token.layers.join(' › ')),
    h('p', { class: 'size' }, sizeOf(token)),
    h('div', { class: 'token-body' }, tree, bytes),
    copyBar(readable),
    status,
  );
}

function sizeOf({ bytes, complete, expectedBytes }: Token): string {
  const size = `${bytes.toLocaleString('en')} bytes`;
  if (complete) return `${size}, whole`;
  if (expectedBytes === undefined) return `${size}, cut off`;
  return `${size} of ${expectedBytes.toLocaleString('en')}: the end is missing`;
}

/** Takes the token along: nothing is copied before somebody presses a button. */
function copyBar(token: Token): HTMLElement {
  const leaveOut = h('input', { type: 'checkbox', checked: true });
  const buttons = Object.entries(FORMS).map(([name, write]) => {
    const button = h('button', { type: 'button', class: 'button' }, `Copy as ${name}`);
    button.addEventListener('click', () => {
      void copyFrom(button, write(leaveOut.checked ? withoutPrivate(token) : token));
    });
    return button;
  });
  return h(
    'div',
    { class: 'copy-bar' },
    ...buttons,
    h('label', {}, leaveOut, ' leave out user, workstation and ciphers'),
  );
}
