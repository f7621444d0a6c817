/** Prose of an article as plain Markdown: its links resolved, its comments and terms taken off. */
import type { Context } from './context.ts';

const CODE_SPAN = /(`+[^`]+`+)/;
const COMMENT = /\{\/\*[^]*?\*\/\}\n?/g;
/** Inline, a term of the glossary: its text is enough. */
const TERM = /<Term\b[^>]*>([^<]*)<\/Term>/g;
const NAMED_LINK = /\]\((article|code):([^)#]+)((?:#[^)]*)?)\)/g;
const OWN_LINK = /\]\(([#/][^)]*)\)/g;
const TAG = /<\/?[A-Z]\w*/;

/** Throws when a component is left: it needs a Markdown form, or a line of its own. */
export function plainProse(text: string, context: Context): string {
  const pieces = text.replace(COMMENT, '').split(CODE_SPAN);
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : plain(piece, context))).join('');
}

function plain(text: string, context: Context): string {
  const address = (target: string) =>
    target.startsWith('#') ? context.page + target : context.path(target);
  const named = (scheme: string, name: string) =>
    scheme === 'article' ? context.article(name) : context.code(decodeURIComponent(name));
  const result = text
    .replace(TERM, '$1')
    .replace(OWN_LINK, (_, target: string) => `](${address(target)})`)
    .replace(
      NAMED_LINK,
      (_, scheme: string, name: string, fragment: string) => `](${named(scheme, name)}${fragment})`,
    );
  const [tag] = TAG.exec(result) ?? [];
  if (tag) throw new Error(`${context.page} has ${tag}> inside a line: it has no Markdown form.`);
  return result;
}
