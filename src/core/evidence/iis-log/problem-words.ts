/** What is said of lines of a log that could not be read. */
import { counted } from '../../text/counted.ts';

/** Of a line that begins like a row and could not be read as one. */
export function cutOff(line: number): string {
  return `Line ${line} begins like a log row but has no HTTP status where one was expected; it was probably cut off.`;
}

/** Of further such lines, which are not listed. */
export function moreCutOff(rows: number): string {
  return `${counted(rows, 'more row')} could not be read.`;
}

/** Of rows of other services in the same folder. */
export function setAside(rows: number): string {
  return `${counted(rows, 'row')} of FTP, SMTP or NNTP ${rows === 1 ? 'was' : 'were'} set aside: their replies are not HTTP statuses.`;
}

/** Of a log that has a header and nothing else. */
export const headerAlone = 'The names of the columns are here, but no row follows them.';
