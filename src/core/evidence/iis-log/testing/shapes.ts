/** The shapes in which the rows of a log are passed on: without a header, out of grep, as exports. */

/** The files that the rows of one log become. */
export type Shape = (text: string) => readonly string[];

const headOf = (text: string) => text.slice(0, text.indexOf('\n2026') + 1);
const rowsOf = (text: string) => text.slice(headOf(text).length);
const columnsOf = (text: string) => /#Fields: (.*?)\r?\n/.exec(text)?.[1] ?? '';

/** Every line of a text, its end left alone. */
const eachLine = (text: string, change: (line: string, index: number) => string) =>
  text
    .split('\n')
    .map((line, index) => (line === '' ? line : change(line, index)))
    .join('\n');

const FILES = 20;

export const SHAPES: Readonly<Record<string, Shape>> = {
  'without a header': (text) => [rowsOf(text)],
  'out of grep -H': (text) => [eachLine(rowsOf(text), (line) => `u_ex260302.log:${line}`)],
  'out of grep -n': (text) => [
    eachLine(rowsOf(text), (line, index) => `u_ex260302.log:${index + 5}:${line}`),
  ],
  'out of findstr, with the header': (text) => [
    eachLine(
      `#Fields: ${columnsOf(text)}\n${rowsOf(text)}`,
      (line) => `C:\\logs\\u_ex1.log:${line}`,
    ),
  ],
  'files of which only the first has a header': (text) => {
    const lines = rowsOf(text).split(/(?<=\n)/);
    const size = Math.ceil(lines.length / FILES);
    return Array.from({ length: FILES }, (_, file) => {
      const rows = lines.slice(file * size, (file + 1) * size).join('');
      return file === 0 ? headOf(text) + rows : rows;
    });
  },
  'between tabs': (text) => [
    `${columnsOf(text).replaceAll(' ', '\t')}\n${rowsOf(text).replaceAll(' ', '\t')}`,
  ],
  'between commas': (text) => [
    `${columnsOf(text).replaceAll(' ', ',')}\n${rowsOf(text).replaceAll(' ', ',')}`,
  ],
};
