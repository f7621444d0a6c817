/** Takes a token along: nothing is copied before somebody presses a button. */
import type { Token } from '../../core/index.ts';
import { copyFrom } from '../copy.ts';
import { h } from '../dom.ts';
import { asJson, asMarkdown, asText, withoutPrivate } from './token-text.ts';

const FORMS = { text: asText, Markdown: asMarkdown, JSON: asJson } as const;

export function copyBar(token: Token): HTMLElement {
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
