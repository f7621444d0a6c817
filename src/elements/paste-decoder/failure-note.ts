/** What is shown in place of a result when something went wrong, with the way out. */
import { h } from '../dom.ts';

export function failureNote(message: string): HTMLElement {
  const reload = h('button', { type: 'button', class: 'button' }, 'Reload the page');
  reload.addEventListener('click', () => {
    location.reload();
  });
  return h('div', { class: 'failure' }, h('p', { class: 'file-note' }, message), reload);
}
