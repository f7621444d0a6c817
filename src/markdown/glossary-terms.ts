/**
 * A Markdown plugin: in the paragraphs and lists of an article, the first use of a glossary term
 * becomes `<Term id="...">`. Headings, tables, links, code and words in bold stay as they are.
 */
import { basename } from 'node:path';
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { firstUses, type Piece } from './first-uses.ts';
import type { GlossaryEntry } from './glossary.ts';

type MdastPlugin = NonNullable<SatteriProcessorOptions['mdastPlugins']>[number];

/** Definitions on one page: more would make the text restless and the page heavy. */
const MOST_TERMS = 4;

/** The two protocols that every page is about: whoever reads it has met them. */
const KNOWN = ['kerberos', 'ntlm'];

/** `entries` without those that the article itself explains, and none in the glossary. */
export function glossaryTerms(entries: readonly GlossaryEntry[]): MdastPlugin {
  return ({ fileURL }) => {
    const slug = basename(fileURL?.pathname ?? '', '.mdx');
    if (slug === 'glossary') return null;
    const cut = firstUses(
      entries.filter(({ id, article }) => article !== slug && !KNOWN.includes(id)),
      MOST_TERMS,
    );
    return {
      name: 'glossary-terms',
      paragraph(paragraph, context) {
        for (const child of paragraph.children) {
          if (child.type !== 'text') continue;
          const pieces = cut(child.value);
          if (pieces.some(({ id }) => id)) context.replaceNode(child, pieces.map(nodeOf));
        }
      },
    };
  };
}

function nodeOf({ text, id }: Piece) {
  const words = { type: 'text' as const, value: text };
  if (id === undefined) return words;
  return {
    type: 'mdxJsxTextElement' as const,
    name: 'Term',
    attributes: [{ type: 'mdxJsxAttribute' as const, name: 'id', value: id }],
    children: [words],
  };
}
