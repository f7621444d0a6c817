/** An article's text as a person reads it: no code, no markup, links by their words. */
import type { ArticleFile } from './content.ts';

/** Everything that is written in code font or belongs to a component, taken out. */
export function proseOf({ body }: ArticleFile): string {
  return body
    .replace(/^```.*?^```/gms, '')
    .replace(/\{\/\*.*?\*\/\}/gs, '')
    .replace(/<(?:Ladder|Sample|LogonType)\b.*?\/>/gs, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/\[[^\]]*\]\(code:[^)\s]*\)/g, '')
    .replace(/\]\([^)\s]*\)/g, ']');
}

/** Everything a reader sees, code included, on one line and without Markdown's marks. */
export function textOf(markdown: string): string {
  return markdown
    .replace(/\]\((?:article|code|https?):[^)\s]*\)/g, '')
    .replace(/[[\]`]|\*\*/g, '')
    .replace(/\s+/g, ' ');
}

/** The words of every link. */
export function linkTexts({ body }: ArticleFile): string[] {
  return [...body.matchAll(/\[([^\]]+)\]\([^)\s]+\)/g)].map(([, text = '']) => text);
}
