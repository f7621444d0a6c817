/** The words of an ES|QL query. Source: ES|QL reference, "Literals", "Identifiers". */

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'end';
  /** Of a string, its value. */
  readonly text: string;
}

const PATTERN =
  /\s*(?:"""([\s\S]*?)"""|"((?:[^"\\\n\r]|\\[\\"tnr])*)"|(\d+(?:\.\d+)?)|(@?[A-Za-z_]\w*(?:[.-][\w*]+)*)|(==|!=|>=|<=|[><=+\-*/%(),|]))/y;

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

/** Throws at a character that begins no word. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  const text = query.trimEnd();
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < text.length) {
    const from = PATTERN.lastIndex;
    const found = PATTERN.exec(text);
    if (!found) throw new Error(`no word of ES|QL: ${text.slice(from, from + 40)}`);
    const [, raw, quoted, number, name, sign] = found;
    if (raw !== undefined) tokens.push({ kind: 'string', text: raw });
    else if (quoted !== undefined) {
      const value = quoted.replace(/\\(.)/g, (_, escaped: string) => ESCAPES[escaped] ?? escaped);
      tokens.push({ kind: 'string', text: value });
    } else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}
