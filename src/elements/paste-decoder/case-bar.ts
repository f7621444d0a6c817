/** In a narrow window: one tap to the proof, to the next step and to the checks. */
import { CHECKS, type Decoded } from '../../core/index.ts';
import { h } from '../dom.ts';
import { settledCount } from './checks-rail.ts';

export function caseBar({ checks, findings: [first] }: Decoded): HTMLElement {
  const links: readonly (readonly [to: string, label: string] | false)[] = [
    (first?.evidence.length ?? 0) > 0 && ['#proof', 'Proof'],
    (first?.next?.length ?? 0) > 0 && ['#next-step', 'Next step'],
    ['#checks', `Checks ${settledCount(checks)} of ${CHECKS.length}`],
  ];
  return h(
    'nav',
    { class: 'case-bar', 'aria-label': 'In this result' },
    ...links.map((link) => link && h('a', { href: link[0] }, link[1])),
  );
}
