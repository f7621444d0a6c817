/** The same questions for a whole farm's logs; what draws them is loaded when it is opened. */
import type { Log } from '../../core/index.ts';
import { h } from '../dom.ts';

/** Undefined for a log whose format the engines do not read by its columns. */
export function queriesView(log: Log): HTMLElement | undefined {
  if (log.format !== 'w3c' && log.format !== 'mixed') return undefined;
  const details = h(
    'details',
    { class: 'queries' },
    h('summary', {}, 'Ask the same of a whole farm'),
  );
  const draw = async () => {
    const { queriesPanel } = await import('./queries-panel.ts');
    details.append(queriesPanel(log));
  };
  details.addEventListener('toggle', () => void draw(), { once: true });
  return details;
}
