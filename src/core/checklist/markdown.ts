/** The checklist as Markdown: for a ticket with its marks, and as plain text of the whole list. */
import { articlePath, isArticle } from '../articles.ts';
import type { Check, Mark, Marks, State } from './check.ts';
import { numberOf } from './checks.ts';
import { piecesOf } from './inline.ts';
import { nextCheck, progress } from './next.ts';
import { saidOf } from './proofs.ts';
import { stepsOf } from './steps.ts';
import { markdownText } from '../text/escape/markdown.ts';

/** Turns a site path into an address. */
export type AddressOf = (path: string) => string;

export const STATE_WORDS: Readonly<Record<State, string>> = {
  passed: 'passed',
  failed: 'failed',
  'not-applicable': 'does not apply',
};

/** Number, question, mark and proof of each check; where to go on, for those that failed. */
export function ticket(checks: readonly Check[], marks: Marks, addressOf: AddressOf): string {
  const lines = checks.map((check, index) => {
    const mark = marks[check.id];
    const state = mark ? STATE_WORDS[mark.state] : 'open';
    return [`${index + 1}. **${state}**: ${check.question}`, ...under(check, mark, addressOf)].join(
      '\n',
    );
  });
  return [
    '## Kerberos checklist',
    progress(checks, marks) + nextSentence(checks, marks),
    lines.join('\n'),
    `List: ${addressOf(articlePath('kerberos-checklist'))}`,
  ].join('\n\n');
}

/** All texts of the list, without marks. */
export function checksAsMarkdown(checks: readonly Check[], addressOf: AddressOf): string {
  const text = (source: string) => markdownOf(source, addressOf);
  return checks
    .map((check, index) => {
      const { how, commands = [], passed, failed } = stepsOf(check);
      return [
        `### ${index + 1}. ${check.question}`,
        text(how),
        ...commands.map((command) => `\`\`\`console\n${command}\n\`\`\``),
        `- **Pass:** ${text(passed)}\n- **Fail:** ${text(failed)}`,
      ].join('\n\n');
    })
    .join('\n\n');
}

function under(check: Check, mark: Mark | undefined, addressOf: AddressOf): string[] {
  if (!mark) return [];
  const { finding, sentence, state, at } = mark;
  const says = saidOf(mark);
  return [
    says === undefined
      ? `   - Marked by hand, ${clock(at)}`
      : `   - Proof: ${says} (finding ${finding ?? ''}, ${clock(at)})`,
    ...(sentence === undefined ? [] : [`   - ${markdownText(sentence)}`]),
    ...(state === 'failed' ? [`   - Read: ${addressOf(articlePath(check.article))}`] : []),
  ];
}

function nextSentence(checks: readonly Check[], marks: Marks): string {
  const next = nextCheck(checks, marks);
  if (next.do === 'nothing') return '';
  const number = checks.indexOf(next.check) + 1;
  return next.do === 'repair' ? ` To repair first: check ${number}.` : ` Next: check ${number}.`;
}

/** `2026-11-21T06:40:12.000Z` -> `2026-11-21 06:40 UTC` */
export function clock(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

function markdownOf(source: string, addressOf: AddressOf): string {
  return piecesOf(source)
    .map((piece) => {
      if (piece.kind === 'code') return `\`${piece.text}\``;
      if (piece.kind === 'text') return piece.text;
      const [scheme, name = ''] = piece.target.split(':');
      if (scheme === 'check') return `check ${numberOf(name)}`;
      const [slug = '', fragment] = name.split('#');
      if (!isArticle(slug)) return piece.text;
      const end = fragment === undefined ? '' : `#${fragment}`;
      return `[${piece.text}](${addressOf(articlePath(slug))}${end})`;
    })
    .join('');
}
