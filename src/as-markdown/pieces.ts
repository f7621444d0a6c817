/**
 * Cuts the text of an article into prose, fenced code and components. The articles keep to MDX's
 * plain half, which this relies on: a component begins a line, and its end closes a line at the
 * same indent. A test renders every article and fails when markup is left over.
 */

export type Piece =
  | { kind: 'prose'; text: string }
  | { kind: 'code'; text: string }
  | {
      kind: 'component';
      name: string;
      /** The opening tag's attributes as written. */
      attributes: string;
      /** Text between the tags, without its indent; empty for `<Name />`. */
      inner: string;
      /** White space before the component, which its Markdown has to keep. */
      indent: string;
    };

const FENCE = /^ *(`{3,}|~{3,})/;
const OPENING = /^( *)<([A-Z]\w*)([^]*)$/;

/** All pieces of `body` in order. Throws for a component that does not end: a mistake of ours. */
export function piecesOf(body: string): Piece[] {
  const lines = body.split('\n');
  const pieces: Piece[] = [];
  const take = (kind: 'prose' | 'code', count: number) => {
    const text = lines.splice(0, count).join('\n');
    const last = pieces.at(-1);
    if (last?.kind === kind && kind === 'prose') last.text += `\n${text}`;
    else pieces.push({ kind, text });
  };
  while (lines.length > 0) {
    const [line = ''] = lines;
    const [, fence] = FENCE.exec(line) ?? [];
    const [, indent, name] = OPENING.exec(line) ?? [];
    if (fence) take('code', endOfFence(lines, fence));
    else if (name !== undefined && indent !== undefined) {
      pieces.push(component(lines, name, indent));
    } else take('prose', 1);
  }
  return pieces;
}

/** Lines of a fenced block, from its opening to its closing fence. */
function endOfFence(lines: readonly string[], fence: string): number {
  const close = lines.findIndex((line, index) => index > 0 && line.trim() === fence);
  return close < 0 ? lines.length : close + 1;
}

/** Takes a component off the front of `lines`. */
function component(lines: string[], name: string, indent: string): Piece {
  const closing = `</${name}>`;
  const isEnd = (line: string, index: number) =>
    line.endsWith(closing) || line === `${indent}/>` || (index === 0 && line.endsWith('/>'));
  const end = lines.findIndex(isEnd);
  if (end < 0) throw new Error(`<${name}> does not end.`);
  const source = lines
    .splice(0, end + 1)
    .join('\n')
    .trim();
  if (source.endsWith('/>')) {
    const attributes = source.slice(name.length + 1, -2);
    return { kind: 'component', name, attributes, inner: '', indent };
  }
  // Attributes of a component with text inside are plain strings, which hold no `>`.
  const open = source.indexOf('>');
  const inner = source.slice(open + 1, -closing.length);
  const attributes = source.slice(name.length + 1, open);
  return { kind: 'component', name, attributes, inner: dedent(inner, `${indent}  `), indent };
}

function dedent(text: string, indent: string): string {
  const lines = text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return lines.join('\n').trim();
}
