/**
 * How outcomes of one severity are filled in a drawing, and the mark that stands beside their words:
 * a pattern each, so that no colour is needed to tell them apart.
 */
import type { Severity } from '../../core/index.ts';
import { svg } from '../svg.ts';

/** In the order in which they stand on each other, the gravest at the bottom. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'ok'];

/** Pixels of one repeat of a pattern. */
const TILE = 6;

/** What is drawn on the ground of each pattern: all, stripes, lines, nothing. */
const FIGURES: Record<Severity, string> = {
  error: 'M0 3H6',
  warning: 'M-1 1 1-1M0 6 6 0M5 7 7 5',
  info: 'M0 3H6',
  ok: '',
};

/** The patterns; they must stand in the page once, or what refers to them stays empty. */
export function patterns(): SVGSVGElement {
  return svg(
    'svg',
    { class: 'patterns', width: 0, height: 0, 'aria-hidden': 'true', focusable: 'false' },
    svg('defs', {}, ...SEVERITIES.map(pattern)),
  );
}

/** Attributes of a shape that is filled with the severity's pattern. */
export function filled(severity: Severity): Record<string, string> {
  return { fill: `url(#mark-${severity})`, 'data-severity': severity, class: 'filled' };
}

/** The mark beside the words. */
export function mark(severity: Severity): SVGSVGElement {
  return svg(
    'svg',
    { class: 'mark', width: 14, height: 14, 'aria-hidden': 'true' },
    svg('rect', { x: 1, y: 1, width: 12, height: 12, ...filled(severity) }),
  );
}

function pattern(severity: Severity): SVGPatternElement {
  const area = { width: TILE, height: TILE };
  return svg(
    'pattern',
    { id: `mark-${severity}`, patternUnits: 'userSpaceOnUse', ...area, 'data-severity': severity },
    svg('rect', { class: 'ground', ...area }),
    svg('path', { class: 'figure', d: FIGURES[severity] }),
  );
}
