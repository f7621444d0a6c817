/** The rules by which rows of a log become attempts, as the article on logs shows them. */
import file from '../../content/log-rules.json' with { type: 'json' };
import { articlePath, ARTICLES, OUTCOME_WORDS, type Outcome } from '../core/index.ts';

export interface JoiningRule {
  readonly id: string;
  readonly rule: string;
  readonly limits?: string;
}

export interface VerdictRule {
  /** The rows that trigger it, as people write them. */
  readonly rows: string;
  /** What the decoder says of such attempts, and the article with the details. */
  readonly verdict: string;
  readonly path: string;
  readonly limits?: string;
}

export const JOINING_RULES: readonly JoiningRule[] = file.joining;

export const VERDICT_RULES: readonly VerdictRule[] = file.outcomes.map(
  ({ outcome, article, rows, ...rest }) => {
    const slug = ARTICLES.find((known) => known === article);
    if (!slug) throw new Error(`content/log-rules.json links no article: ${article}`);
    const limits = 'limits' in rest ? rest.limits : undefined;
    return {
      rows,
      verdict: OUTCOME_WORDS[outcome as Outcome].words,
      path: articlePath(slug),
      ...(limits !== undefined && { limits }),
    };
  },
);

/** Both tables as Markdown; `href` turns the path of an article into an address. */
export function logRulesMarkdown(href: (path: string) => string): string {
  const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    row('Rule', 'Limits'),
    row('---', '---'),
    ...JOINING_RULES.map(({ rule, limits = '' }) => row(rule, limits)),
    '',
    row('Rows', 'Verdict', 'Limits'),
    row('---', '---', '---'),
    ...VERDICT_RULES.map(({ rows, verdict, path, limits = '' }) =>
      row(rows, `[${verdict}](${href(path)})`, limits),
    ),
  ].join('\n');
}
