/** What is said of a line that begins like a row and could not be read as one. */
export function cutRow(line: number): string {
  return `Line ${line} begins like a log row but has no HTTP status where one was expected; it was probably cut off.`;
}
