/** The first line of a recording of packets that was written as a text. */
import { TITLE } from './transcript.ts';

/** May `text` hold one? */
export function seenCapture(text: string): boolean {
  return text.includes(TITLE);
}
