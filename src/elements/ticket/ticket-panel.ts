/** Hands a case over: a preview in the place of the verdict, names masked unless somebody says otherwise. */
import styles from '../../styles/ticket.css?url';
import { copyFrom } from '../copy.ts';
import { h } from '../dom.ts';
import { addStyles } from '../late-styles.ts';
import { save } from '../save.ts';
import { Mask } from './mask.ts';
import { namesIn } from './masked-names.ts';
import { asJson, asMarkdown, asText, type Sources, ticketOf } from './ticket.ts';

await addStyles(styles);

const FORMS = [
  { name: 'Markdown', write: asMarkdown, file: 'ticket.md', type: 'text/markdown' },
  { name: 'Text', write: asText, file: 'ticket.txt', type: 'text/plain' },
  { name: 'JSON', write: asJson, file: 'ticket.json', type: 'application/json' },
] as const;

/** Kept for the next ticket on this page, and nowhere else. */
let chosen: (typeof FORMS)[number] = FORMS[0];

/** `close` is called when the reader goes back to the case. */
export function ticketPanel(sources: Sources, close: () => void): HTMLElement {
  const isMasked = h('input', { type: 'checkbox', checked: true });
  const preview = h('pre', { tabindex: 0, role: 'region', 'aria-label': 'Preview' });
  const written = (): string => {
    const mask = new Mask(namesIn(sources.decoded));
    const ticket = ticketOf(sources, (text) => (isMasked.checked ? mask.text(text) : text));
    return ticket ? chosen.write(ticket) : '';
  };
  const draw = () => {
    preview.replaceChildren(h('code', {}, written()));
  };
  const copy = h('button', { type: 'button', class: 'button primary' }, 'Copy');
  copy.addEventListener('click', () => void copyFrom(copy, written()));
  const panel = h(
    'section',
    { class: 'ticket', 'aria-label': 'Copy for a ticket' },
    h(
      'div',
      { class: 'ticket-bar' },
      forms(draw),
      h('label', {}, isMasked, 'Mask names'),
      copy,
      button('Save', () => {
        save(written(), chosen.file, chosen.type);
      }),
      button('Print', () => {
        print();
      }),
      button('Back', close),
    ),
    preview,
    h(
      'p',
      { class: 'size' },
      'Masked: accounts, hosts, domains and addresses that were recognised; read the text before you send it. Tokens and passwords are never in it. Nothing is sent anywhere.',
    ),
  );
  isMasked.addEventListener('change', draw);
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  draw();
  return panel;
}

function forms(draw: () => void): HTMLElement {
  return h(
    'fieldset',
    {},
    h('legend', { class: 'visually-hidden' }, 'As'),
    ...FORMS.map((form) => {
      const input = h('input', { type: 'radio', name: 'ticket-form', checked: form === chosen });
      input.addEventListener('change', () => {
        chosen = form;
        draw();
      });
      return h('label', {}, input, form.name);
    }),
  );
}

function button(label: string, act: () => void): HTMLElement {
  const element = h('button', { type: 'button', class: 'button' }, label);
  element.addEventListener('click', act);
  return element;
}
