/** Tells a file of a log from evidence that has log rows among other things, without reading it all. */
import { readLogText } from './read-texts.ts';

/** A line that is no directive, no row with its date in front, and not empty. */
const OTHER = /^(?!#|"?\d{4}-\d\d-\d\d"?[ \t,;]|\s*$)/m;
/** Characters that show whether the dates are those of rows. */
const ENOUGH = 4_096;

/** Are all lines directives and dated rows, such as a log has? False proves nothing. Linear. */
export function isRowsOnly(text: string): boolean {
  // A row that is cut in the middle is none.
  const end = text.length > ENOUGH ? text.lastIndexOf('\n', ENOUGH) + 1 : text.length;
  const rows = readLogText(text.slice(0, end))?.log?.rows ?? 0;
  return rows > 0 && !OTHER.test(text);
}
