/** Loads parts of the program as they are needed; one that does not arrive is a sentence. */
import type { Problem } from '../contract/decoded.ts';

/**
 * What `load` loads. A part that does not arrive must not take the others with it: it is told in
 * `problems`, by what it does ("reads klist evidence"), and the result is undefined.
 */
export async function loadPart<Part>(
  does: string,
  load: () => Promise<Part>,
  problems: Problem[],
): Promise<Part | undefined> {
  try {
    return await load();
  } catch {
    const message = `The part of this page that ${does} could not be loaded. Check the connection, reload the page and paste again.`;
    problems.push({ message, at: { start: 0, end: 0 } });
    return undefined;
  }
}
