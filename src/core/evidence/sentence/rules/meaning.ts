/**
 * A message of a program that the paste holds: who prints it and what it means there.
 *
 *     GSSException: No valid credentials provided (Mechanism level: Server not found in Kerberos database (7))
 *
 * Certain about what was printed. The cause is the one that the message names; the table says in
 * `caveat` what else prints the same words. A message that says only that something failed is left
 * out where a more telling one is present.
 */
import type { Diagnosis, Rule, Settles } from '../../../case/rule.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import { stated, told } from '../../../text/told.ts';
import { explained, listOf, sentenceRow, TABLE, type SentenceRow } from '../table.ts';
import { stepsFor } from './steps.ts';
import { isToldElsewhere } from './told-elsewhere.ts';

/** Findings of one case; the other messages are among the facts. */
const MOST = 5;
/** Characters of a message that the title quotes. */
const QUOTED = 110;
/** Characters on either side in which a word still tells who printed it. */
const NEAR = 400;

const WEIGHT = { error: 0, warning: 1, info: 2 };

type ErrorText = FactOf<'errorText'>;

interface Group {
  readonly row: SentenceRow;
  readonly facts: readonly ErrorText[];
}

function judge(facts: FactBase): readonly Diagnosis[] {
  const all = facts.all('errorText');
  const own = all.filter((one) => !isToldElsewhere(one, facts));
  const groups = groupsOf(own).sort((a, b) => WEIGHT[a.row.weight] - WEIGHT[b.row.weight]);
  const telling = groups.filter(({ row }) => row.weight !== 'info');
  return (telling.length > 0 ? telling : groups)
    .slice(0, MOST)
    .flatMap((group) => diagnose(group, facts));
}

/** The messages by row, in the order in which each is first met. */
function groupsOf(all: readonly ErrorText[]): Group[] {
  const groups = new Map<string, ErrorText[]>();
  for (const fact of all) groups.set(fact.sentence, [...(groups.get(fact.sentence) ?? []), fact]);
  return [...groups].flatMap(([id, facts]) => {
    const row = sentenceRow(id);
    return row ? [{ row, facts }] : [];
  });
}

function diagnose({ row, facts: all }: Group, facts: FactBase): Diagnosis[] {
  const fact = all.find(({ isNear }) => isNear === true) ?? all[0];
  if (!fact) return [];
  const { meaning, article } = explained(row);
  const quoted = fact.text.length > QUOTED ? `${fact.text.slice(0, QUOTED)}…` : fact.text;
  const subject = fact.isNear && fact.spn ? ` for ${spelled(fact.spn)}` : '';
  const code = row.code === undefined ? '' : `, ${row.code}`;
  const source = `${printerOf(row, fact, facts)}${code}`;
  return [
    {
      ...(row.proves && { id: idOf(row) }),
      severity: row.weight,
      ...told`"${stated(quoted, fact.at)}"${subject} (${source}): ${lowered(meaning)}`,
      article,
      evidence: all.map(({ at }) => at),
      ...(row.caveat !== undefined && { caveat: row.caveat }),
      next: stepsFor(row, { ...fact, ...keytabOf(facts) }, skipped(facts)),
    },
  ];
}

/** Steps that ask for what the case has already. */
function skipped({ tokens, log }: FactBase): ReadonlySet<string> {
  return new Set([...(tokens.length > 0 ? ['look-token'] : []), ...(log ? ['iis-row'] : [])]);
}

function keytabOf(facts: FactBase): { keytab?: string } {
  const keytab = facts.all('keytabKeyMissing').find((one) => one.keytab)?.keytab;
  return keytab === undefined ? {} : { keytab };
}

/** The printer whose words are near, or the likeliest one. */
function printerOf(row: SentenceRow, { at }: ErrorText, facts: FactBase): string {
  const keys = listOf(row.from);
  const near = facts.textOf(at).slice(Math.max(0, at.start - NEAR), at.end + NEAR);
  const seen = keys.find((key) => TABLE.printers[key]?.marks?.some((mark) => near.includes(mark)));
  return TABLE.printers[seen ?? keys[0] ?? '']?.name ?? '';
}

/** `The clocks differ.` -> `the clocks differ.`; a name such as `Windows` keeps its capital. */
function lowered(text: string): string {
  return /^(?:The|An?|No|Only|Fewer|Constrained|Client)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

/** A row that settles a check has findings with an id of its own. */
function idOf({ id }: SentenceRow): string {
  return `sentence.${id}`;
}

const settles = TABLE.sentences.flatMap((row) =>
  (row.proves ?? []).map((proof): Settles => ({ ...proof, finding: idOf(row) })),
);

/** The rule: one finding per message, up to a handful, the most telling first. */
export const sentenceMeaning: Rule = {
  id: 'sentence.meaning',
  says: 'A message in the evidence names the cause.',
  needs: ['errorText'],
  settles,
  judge,
};
