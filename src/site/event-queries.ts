/**
 * The questions to a domain's events as the article shows them: of one definition with the page's, for
 * the last 24 hours and without names.
 */
import {
  type Audit,
  EVENT_ENGINES,
  EVENT_QUESTIONS,
  type EventQuestion,
  eventQueryOf,
} from '../core/index.ts';

export interface ShownQuery {
  readonly engine: string;
  /** Of its code block. */
  readonly language: string;
  readonly text: string;
  readonly replace: string;
}

export interface ShownQuestion {
  readonly title: string;
  /** What must be switched on, each as a sentence of few words. */
  readonly audits: readonly string[];
  readonly blind: readonly string[];
  readonly queries: readonly ShownQuery[];
}

/** One engine of each language; of KQL the first table that has the log. */
const LANGUAGES: Readonly<Record<string, string>> = {
  powershell: 'powershell',
  securityevent: 'kusto',
  event: 'kusto',
  splunk: 'splunk',
  esql: 'esql',
};

const WHICH: Readonly<Record<Audit['which'], string>> = {
  success: ', success',
  failure: ', failure',
  both: ', success and failure',
  policy: ' (policy)',
  default: '',
};

const auditWords = ({ name, which }: Audit): string => `${name}${WHICH[which]}`;

/** Throws for an id that is none. */
export function shownQuestion(id: string): ShownQuestion {
  const question = EVENT_QUESTIONS.find((one) => one.id === id);
  if (!question) throw new Error(`There is no question "${id}" to events.`);
  const { title, audits, blind } = question;
  return { title, audits: audits.map(auditWords), blind, queries: queriesOf(question) };
}

function queriesOf(question: EventQuestion): ShownQuery[] {
  return EVENT_ENGINES.flatMap((engine) => {
    const language = LANGUAGES[engine.id];
    const query = eventQueryOf(engine, question, {});
    if (language === undefined || 'unavailable' in query) return [];
    return [{ engine: engine.name, language, text: query.text, replace: query.replace }];
  });
}

export interface ShownAudit {
  readonly name: string;
  readonly guid: string;
  readonly which: string;
  /** Titles of the questions that need it. */
  readonly questions: readonly string[];
}

/** Every subcategory of the audit policy that a question needs. */
export function shownAudits(): ShownAudit[] {
  const all = EVENT_QUESTIONS.flatMap(({ title, audits }) =>
    audits.map((audit) => ({ title, ...audit })),
  );
  const identifiers = [...new Set(all.flatMap(({ guid }) => guid ?? []))];
  return identifiers.map((guid) => {
    const own = all.filter((one) => one.guid === guid);
    const kinds = new Set(own.map(({ which }) => which));
    return {
      name: own[0]?.name ?? '',
      guid,
      which: kinds.size > 1 ? 'Success and failure' : kinds.has('success') ? 'Success' : 'Failure',
      questions: own.map(({ title }) => title),
    };
  });
}

/** `auditpol` for one subcategory, in every language of Windows. */
export const auditpolLine = ({ guid }: ShownAudit): string =>
  `auditpol /get /subcategory:"${guid}"`;

export function questionMarkdown(id: string): string {
  const { audits, blind, queries } = shownQuestion(id);
  return [
    `Needs: ${audits.join('; ')}.`,
    ...queries.map(
      ({ engine, language, text, replace }) =>
        `**${engine}**\n\n\`\`\`${language}\n${text}\n\`\`\`\n\n${replace}`,
    ),
    blind.map((line) => `- ${line}`).join('\n'),
  ].join('\n\n');
}

export function auditsMarkdown(): string {
  const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
  const audits = shownAudits();
  return [
    row('Audit subcategory', 'Needed', 'For'),
    row('---', '---', '---'),
    ...audits.map(({ name, which, questions }) => row(name, which, questions.join('; '))),
    '',
    '```console',
    ...audits.map(auditpolLine),
    '```',
  ].join('\n');
}
