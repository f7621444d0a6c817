/**
 * Text from the evidence on the page. It is always a text node, so it cannot become markup; a name in a
 * sentence of ours is drawn in a `bdi` element, so that its direction does not reach beyond it.
 */
import { withoutUnseen } from './invisible.ts';

/** What would hide in a sentence or turn it around becomes visible; line ends stay. */
export function pageText(text: string): string {
  return withoutUnseen(text);
}
