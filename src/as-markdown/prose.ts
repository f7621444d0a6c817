/** Prose of an article as plain Markdown: its links resolved, its comments and terms taken off. */
import type { Context } from './context.ts';

const CODE_SPAN = /(`+[^`]+`+)/;
const COMMENT = /\{\/\*[^]*?\*\/\}\n?/g;
/** Inline, a term of the glossary: its text is enough. */
const TERM = /<Term\b[^>]*>([^<]*)<\/Term>/g;
const LINK = /\]\((?:(article|code):([^)#]+)(#[^)]*)?|(#[^)]+)|(\/[^)]*))\)/g;
const TAG = /<\/?[A-Z]\w*/;

/** Throws when a component is left: it needs a Markdown form, or a line of its own. */
export function plainProse(text: string, context: Context): string {
  const pieces = text.replace(COMMENT, '').split(CODE_SPAN);
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : plain(piece, context))).join('');
}

function plain(text: string, context: Context): string {
  const result = text
    .replace(TERM, '$1')
    .replace(LINK, (_, scheme?: string, name = '', fragment = '', own?: string, path?: string) => {
      if (scheme === 'article') return `](${context.article(name)}${fragment})`;
      if (scheme === 'code') return `](${context.code(decodeURIComponent(name))})`;
      return `](${path === undefined ? context.page + (own ?? '') : context.path(path)})`;
    });
  const [tag] = TAG.exec(result) ?? [];
  if (tag)
    throw new Error(`${context.page} uses ${tag}> inside a line, which has no Markdown form.`);
  return result;
}
