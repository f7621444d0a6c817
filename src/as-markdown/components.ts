/**
 * The Markdown form of each component that articles use. A new component is one function and one
 * line in `COMPONENTS`; until it has them, the build fails.
 */
import { CHECKS, checksAsMarkdown, decode } from '../core/index.ts';
import { auditsMarkdown, questionMarkdown } from '../site/event-queries.ts';
import { excerpt } from '../site/excerpt.ts';
import { logRulesMarkdown } from '../site/log-rules.ts';
import { whyNtlmMarkdown } from '../site/why-ntlm.ts';
import { hopsMarkdown, keysMarkdown, treeMarkdown } from '../site/pictures.ts';
import { attributesOf } from './attributes.ts';
import type { Context } from './context.ts';
import { plainProse } from './prose.ts';

/** `inner` is the text between the tags, as MDX has it. */
type Form = (
  attributes: Readonly<Record<string, unknown>>,
  inner: string,
  context: Context,
) => string | Promise<string>;

interface Step {
  from: string;
  to: string;
  text: string;
  note?: string;
}

/** An aside, in the words that its frame shows. */
const aside =
  (title: string): Form =>
  (_, inner, context) =>
    quoted(`**${title}**\n\n${plainProse(inner, context)}`);

const ladder: Form = ({ caption, steps }) => {
  const rungs = (steps as readonly Step[]).map(({ from, to, text, note }, index) => {
    const remark = note === undefined ? '' : ` (${note})`;
    return `${index + 1}. ${from} to ${to}: ${text}${remark}`;
  });
  return `${rungs.join('\n')}\n\n*${String(caption)}*`;
};

/** The paste as the page shows it, shortened, with what the decoder says of it. */
const sample: Form = async ({ id }, _, context) => {
  const found = await context.sample(String(id));
  if (!found) throw new Error(`${context.page} shows the sample "${String(id)}", which is none.`);
  const paste = found.paste.trimEnd();
  const [verdict] = (await decode(paste)).findings;
  const shown = excerpt(paste, []).map(({ text }) => text);
  const whole = context.path(`/samples/${String(id)}.txt`);
  return [
    `**Sample:** [${found.title}](${whole})`,
    `\`\`\`text\n${shown.join('')}\n\`\`\``,
    ...(verdict
      ? [`**Finding** (${verdict.severity}, \`${verdict.id}\`): ${escaped(verdict.title)}`]
      : []),
  ].join('\n\n');
};

const glossaryList: Form = async (_, __, context) => {
  const terms = await context.glossary();
  const lines = terms.map(({ term, expansion, definition, article }) => {
    const full = expansion === undefined ? '' : ` (${expansion})`;
    return `- **${term}**${full}: ${definition} [${context.title(article)}](${context.article(article)})`;
  });
  return lines.join('\n');
};

const checklist: Form = (_, __, context) => checksAsMarkdown(CHECKS, (path) => context.path(path));

/** A picture whose properties are its data; its texts may link. */
const picture =
  (draw: (data: never) => string): Form =>
  (attributes, _, context) =>
    plainProse(draw(attributes as never), context);

const COMPONENTS: Readonly<Record<string, Form>> = {
  Caution: aside('Caution'),
  Checklist: checklist,
  DecisionTree: picture(treeMarkdown),
  EventAudits: () => auditsMarkdown(),
  EventQuery: ({ id }) => questionMarkdown(String(id)),
  GlossaryList: glossaryList,
  Hops: picture(hopsMarkdown),
  Keys: picture(keysMarkdown),
  Ladder: ladder,
  LogRules: (_, __, context) => logRulesMarkdown((path) => context.path(path)),
  Note: aside('Note'),
  Sample: sample,
  WhyNtlm: (_, __, context) => whyNtlmMarkdown((path) => context.path(path)),
};

/** The component as Markdown. Throws for one that has no form. */
export async function asMarkdown(
  name: string,
  attributes: string,
  inner: string,
  context: Context,
): Promise<string> {
  const form = COMPONENTS[name];
  if (!form) {
    const place = 'src/as-markdown/components.ts';
    throw new Error(`${context.page} uses <${name}>, which has no Markdown form in ${place}.`);
  }
  return form(attributesOf(attributes), inner, context);
}

function quoted(text: string): string {
  return text.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}

/** A decoder's sentence names hosts and accounts of the paste: text, whatever they hold. */
function escaped(text: string): string {
  return text.replace(/[\\`*[\]<>]/g, String.raw`\$&`);
}
