/** The attributes of a component, as MDX writes them: `id="x"`, `actors={['A', 'B']}`. */
import { runInNewContext } from 'node:vm';

const NAME = /^\s*([A-Za-z]\w*)=/;

/**
 * Values by name. What stands in braces is JavaScript of our own articles, which the build runs
 * anyway to render them; here it runs on its own, without any name to refer to.
 */
export function attributesOf(source: string): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  let rest = source;
  for (;;) {
    const [whole, name] = NAME.exec(rest) ?? [];
    if (whole === undefined || name === undefined) return values;
    rest = rest.slice(whole.length);
    const length = rest.startsWith('{') ? endOfBraces(rest) : rest.indexOf('"', 1) + 1;
    const inside = rest.slice(1, length - 1);
    values[name] = rest.startsWith('{') ? (runInNewContext(`(${inside})`) as unknown) : inside;
    rest = rest.slice(length);
  }
}

/** Length of the braces that `text` begins with; braces in strings do not count. */
function endOfBraces(text: string): number {
  let depth = 0;
  for (const match of text.matchAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[{}]/g)) {
    if (match[0] === '{') depth++;
    if (match[0] === '}' && --depth === 0) return match.index + 1;
  }
  throw new Error(`A brace is not closed: ${text.slice(0, 60)}`);
}
