/** The same questions for a whole farm or domain; what draws them is loaded when it is opened. */
import { asksEvents, type Decoded, type Log } from '../../core/index.ts';
import { h } from '../dom.ts';

/** Undefined for a log whose format the engines do not read by its columns. */
export function queriesView(log: Log): HTMLElement | undefined {
  if (log.format !== 'w3c' && log.format !== 'mixed') return undefined;
  return openedBy('Ask the same of a whole farm', async () => {
    const { queriesPanel } = await import('./queries-panel.ts');
    return queriesPanel(log);
  });
}

/** Undefined for a case without events, and without names to look for in events. */
export function eventsView(decoded: Decoded): HTMLElement | undefined {
  if (!asksEvents(decoded.facts)) return undefined;
  return h(
    'section',
    { class: 'card', 'aria-label': 'Events of the domain' },
    openedBy('Ask the events of the whole domain', async () => {
      const { eventsPanel } = await import('./events-panel.ts');
      return eventsPanel(decoded);
    }),
  );
}

function openedBy(words: string, panel: () => Promise<HTMLElement>): HTMLElement {
  const details = h('details', { class: 'queries' }, h('summary', {}, words));
  const draw = async () => {
    details.append(await panel());
  };
  details.addEventListener('toggle', () => void draw(), { once: true });
  return details;
}
