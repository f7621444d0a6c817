/** One quiet line at the lower edge of the page; nothing happens until its button is pressed. */
import styles from '../../styles/update-note.css?url';
import { h } from '../dom.ts';
import { addStyles } from '../late-styles.ts';

await addStyles(styles);

const note = h('div', { class: 'update-note', role: 'status' });

/** Says what there is; the button reloads the page, and with it forgets the evidence on it. */
export function updateNote(words: string, onReload: () => void): void {
  if (!note.isConnected) document.body.append(note);
  const reload = h('button', { type: 'button', class: 'button' }, 'Reload with it');
  reload.addEventListener('click', onReload);
  const close = h('button', { type: 'button', class: 'button' }, 'Later');
  close.addEventListener('click', () => {
    note.remove();
  });
  note.replaceChildren(h('p', {}, `${words} Reloading forgets what you pasted.`), reload, close);
}
