/**
 * An article as one Markdown file: for programs that read the guide, and for people who take a
 * page along. Front matter becomes a short head, components become Markdown, links become paths.
 */
import { asMarkdown } from './components.ts';
import type { Context } from './context.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { plainProse } from './prose.ts';

export interface ArticleText {
  title: string;
  summary: string;
  appliesTo: readonly string[];
  /** YYYY-MM-DD */
  reviewed: string;
  sources: readonly { title: string; publisher: string; date: string; url: string }[];
  /** The text as the MDX file has it, without front matter. */
  body: string;
}

/** The whole file, with a newline at its end. Throws for a link or component that leads nowhere. */
export async function articleMarkdown(article: ArticleText, context: Context): Promise<string> {
  const head = [
    `# ${article.title}`,
    `> ${article.summary}`,
    [
      `- Applies to: ${article.appliesTo.join('; ')}`,
      `- Reviewed: ${article.reviewed}`,
      `- Page: [${context.page}](${context.page})`,
    ].join('\n'),
  ];
  const sources = article.sources.map(
    ({ title, publisher, date, url }) =>
      `- [${bracketed(title)}](${address(url)}), ${publisher}, ${date}`,
  );
  const text = [
    ...head,
    await bodyMarkdown(article.body, context),
    '## Sources',
    sources.join('\n'),
  ];
  return `${text.join('\n\n')}\n`;
}

async function bodyMarkdown(body: string, context: Context): Promise<string> {
  const pieces = await Promise.all(piecesOf(body).map((piece) => pieceMarkdown(piece, context)));
  return pieces.join('\n').trim();
}

async function pieceMarkdown(piece: Piece, context: Context): Promise<string> {
  if (piece.kind === 'code') return piece.text;
  if (piece.kind === 'prose') return plainProse(piece.text, context);
  const { name, attributes, inner, indent } = piece;
  const text = await asMarkdown(name, attributes, inner, context);
  return text.replace(/^(?=.)/gm, indent);
}

/** Brackets in a link's text would end it: `[MS-KILE]`. */
function bracketed(title: string): string {
  return title.replace(/[[\]]/g, String.raw`\$&`);
}

/** Parentheses in an address would end the link: `cc733969(v=ws.10)`. */
function address(url: string): string {
  return /[()]/.test(url) ? `<${url}>` : url;
}
