/**
 * Traces and logs of Kerberos outside of Windows: KRB5_TRACE, Java, GSSAPI in web servers and
 * programs, Firefox. It states which service was asked for, what the KDC answered, which key an
 * acceptor lacks. Messages are left to the reader of messages, which knows their words; the numbers
 * next to them are explained here.
 */
import { TRACE_FACTS } from '../../limits.ts';
import type { Fact } from '../../facts/fact.ts';
import { clean } from '../../text/clean.ts';
import { occupiedBy } from '../../text/occupied.ts';
import { printedLines } from '../../text/printed-lines.ts';
import type { Rewritten } from '../../text/rewrite.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { firefoxLog } from './firefox-log.ts';
import { gssMessages } from './gss-messages.ts';
import { javaTrace } from './java-trace.ts';
import { keytabMessages } from './keytab-messages.ts';
import { krb5Trace } from './krb5-trace.ts';
import type { Part, Trace } from './part.ts';

const PARTS: readonly Part[] = [krb5Trace, javaTrace, keytabMessages, firefoxLog, gssMessages];

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const { text: cleaned, original } = clean(text);
  const isTaken = occupiedBy(taken);
  const lines = printedLines(cleaned).filter((line) => !isTaken(original(line)));
  const trace: Trace = { lines, facts: [], claimed: [], isTrace: false };
  for (const part of PARTS) part(trace);
  if (trace.facts.length === 0 && !trace.isTrace) return undefined;
  return {
    kinds: ['gss-trace'],
    facts: kept(trace.facts)
      .map((fact) => placed(fact, original))
      .sort((a, b) => a.at.start - b.at.start),
    claimed: trace.claimed.map(original),
  };
}

/** The first facts of each kind. */
function kept(facts: readonly Fact[]): Fact[] {
  const counts = new Map<string, number>();
  return facts.filter(({ kind }) => {
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count < TRACE_FACTS;
  });
}

function placed(fact: Fact, original: Rewritten['original']): Fact {
  const at = original(fact.at);
  const code = fact.kind === 'gssFailure' && fact.codeAt ? { codeAt: original(fact.codeAt) } : {};
  return { ...fact, at, ...code };
}

export const gssTrace: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).GSS_TRACE_RULES,
};
