/**
 * The ways in which whole logs are passed on: without their header, as grep and findstr print them, as
 * exports with tabs or commas. Each says the same as the log of IIS that it was made of.
 */

/** A log written in another way, line by line; '' leaves a line out. */
export type Shape = (line: string, number: number) => string;

const isDirective = (line: string): boolean => line.startsWith('#');

const NAMES = '#Fields: ';

/** Rows only, each behind what `before` gives for its line. */
const prefixed =
  (before: (number: number) => string): Shape =>
  (line, number) =>
    isDirective(line) ? '' : before(number) + line;

/** Names and values with `write` between and around them; no other directive. */
const exported =
  (write: (values: readonly string[]) => string): Shape =>
  (line) => {
    if (!isDirective(line)) return write(line.split(' '));
    return line.startsWith(NAMES) ? write(line.slice(NAMES.length).split(' ')) : '';
  };

const spaced = (value: string): string => value.replaceAll('+', ' ');
const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

const FOLDER = 'C:\\inetpub\\logs\\LogFiles\\W3SVC1\\';
const FILE = 'u_ex260302.log';

export const SHAPES: Readonly<Record<string, Shape>> = {
  'as IIS writes it': (line) => line,
  'no header': prefixed(() => ''),
  'grep -H': prefixed(() => `${FILE}:`),
  'grep -Hn': prefixed((number) => `${FILE}:${number}:`),
  'grep -n': prefixed((number) => `${number}:`),
  'findstr of several files': prefixed(() => `${FOLDER}${FILE}:`),
  'findstr /n of several files': prefixed((number) => `${FOLDER}${FILE}:${number}:`),
  'grep -H with its header': (line) => `${FILE}:${line}`,
  'quoted as mail': (line) => `> ${line}`,
  'tabs, header with tabs': exported((values) => values.map(spaced).join('\t')),
  'tabs under #Fields': (line) => (isDirective(line) ? line : line.replaceAll(' ', '\t')),
  'tabs, no header': (line) => (isDirective(line) ? '' : line.replaceAll(' ', '\t')),
  'commas, quoted where needed': exported((values) =>
    values.map((value) => (/[",]/.test(value) ? quoted(value) : value)).join(','),
  ),
  'commas, all quoted': exported((values) => values.map(quoted).join(',')),
  'commas for spaces': exported((values) => values.join(',')),
  'commas, no header': (line) =>
    isDirective(line)
      ? ''
      : line
          .split(' ')
          .map((value) => (/[",]/.test(value) ? quoted(value) : value))
          .join(','),
  semicolons: exported((values) => values.map((v) => (/[";]/.test(v) ? quoted(v) : v)).join(';')),
};

/** `chunks` of whole lines, written in a shape. */
export function* shaped(
  chunks: Iterable<string>,
  shape: Shape,
  lineEnd = '\r\n',
): Generator<string> {
  let number = 0;
  for (const chunk of chunks) {
    let text = '';
    for (const line of chunk.split(lineEnd).slice(0, -1)) {
      const written = shape(line, ++number);
      if (written !== '') text += written + lineEnd;
    }
    yield text;
  }
}
