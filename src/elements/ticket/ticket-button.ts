/** The button in the verdict that opens what is handed over; its panel is loaded by the first press. */
import { h } from '../dom.ts';
import type { Sources } from './ticket.ts';

export function ticketButton(sources: () => Sources): HTMLElement {
  const button = h(
    'button',
    { type: 'button', class: 'button', 'aria-expanded': 'false', 'data-ticket': true },
    'Copy for a ticket',
  );
  const close = () => {
    button.closest('.verdict')?.querySelector('.ticket')?.remove();
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  };
  const open = async () => {
    const { ticketPanel } = await import('./ticket-panel.ts');
    const head = button.closest('.verdict-head');
    if (!head || head.parentElement?.querySelector('.ticket')) return;
    const panel = ticketPanel(sources(), close);
    head.after(panel);
    button.setAttribute('aria-expanded', 'true');
    panel.querySelector<HTMLElement>('.primary')?.focus();
  };
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-expanded') === 'true') close();
    else void open();
  });
  return button;
}
