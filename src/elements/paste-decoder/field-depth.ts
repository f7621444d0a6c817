/** How far a field is indented: an attribute for the style sheet, as the policy has no place for inline styles. */

/** The style sheet knows so many steps; what lies deeper is indented as far as these. */
const DEEPEST = 16;

/** `level` counts from 1. */
export function indent(element: HTMLElement, level: number): void {
  element.dataset.depth = String(Math.min(level - 1, DEEPEST));
}
