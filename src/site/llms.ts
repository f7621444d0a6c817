/** The guide told to programs that read it: https://llmstxt.org. */
import { ROWS } from '../core/index.ts';
import { articlesOf, FILLED_GROUPS, type Article } from './articles.ts';
import { FAMILIES } from './families.ts';
import type { Group } from './groups.ts';
import { href } from './href.ts';
import { markdownPath } from './markdown.ts';

const HEAD = [
  '# 401 Field Guide',
  '> Why IIS answers 401, and how to prove it: articles, a table of codes, and a decoder for log rows, tokens and codes that runs in the browser.',
  'Each article is for Windows authentication on IIS 7 to 10 as of its review date, and names its sources. What is derived and not documented says so.',
].join('\n\n');

/** Groups that answers about current systems can do without. */
const OPTIONAL: readonly Group['id'][] = ['legacy'];

/** The text of `llms.txt`: a line for each article, by group. */
export function llmsText(): string {
  const isOptional = (group: Group) => OPTIONAL.includes(group.id);
  const sections = FILLED_GROUPS.filter((group) => !isOptional(group)).map(
    (group) => `## ${group.title}\n\n${linesOf(articlesOf(group))}`,
  );
  const codes = FAMILIES.map(
    ({ path, title, summary }) => `- [${title}](${href(path)}): ${summary}`,
  );
  const optional = [
    `- [All articles in one file](${href('/llms-full.txt')})`,
    linesOf(FILLED_GROUPS.filter(isOptional).flatMap(articlesOf)),
  ];
  return `${[
    HEAD,
    ...sections,
    `## Codes\n\n${ROWS.length} codes with every spelling and what each means on IIS, as HTML.\n\n${codes.join('\n')}`,
    `## Optional\n\n${optional.join('\n')}`,
  ].join('\n\n')}\n`;
}

function linesOf(articles: readonly Article[]): string {
  return articles
    .map((article) => {
      const { title, summary } = article.entry.data;
      return `- [${title}](${href(markdownPath(article))}): ${summary}`;
    })
    .join('\n');
}
