/**
 * What the surroundings of a code say about it: whether something else in the case tells it already,
 * and whether its meaning on IIS applies where it was printed.
 */
import { articlePath, type ArticleSlug } from '../../../articles.ts';
import type { CodeRow } from '../../../codes/row.ts';
import type { Code } from '../../../contract/decoded.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { Span } from '../../../facts/span.ts';

/**
 * True for a code that other evidence has told: one beside log rows, which tell what it was in its
 * row, and the status of an HTTP message.
 */
export function isToldAlready(code: Code, at: Span, facts: FactBase): boolean {
  if (isBesideRows(at, facts)) return true;
  const status = code.space === 'http' ? Number(code.name) : Number.NaN;
  return facts.messages.some((message) => message.status === status);
}

function isBesideRows({ source }: Span, { log, kinds, sources }: FactBase): boolean {
  if (sources.length < 2) return log !== undefined || kinds.includes('log');
  return log?.entries.some(({ at }) => at.source === source) ?? false;
}

/** What is said of a code where its usual meaning on IIS does not hold. */
export interface Elsewhere {
  readonly article: ArticleSlug;
  /** A sentence that follows the definition. */
  readonly because: string;
}

/** `Status = 5 0x5 ERROR_ACCESS_DENIED`, which nltest prints in every language. */
const AFTER_STATUS = /\bStatus = (?:\d{1,10} (?:0x[0-9a-f]{1,8} )?)?$/i;
const LABEL = 40;
const INVALID_TOKEN = 0x80090308;

/** Undefined where the code may come from IIS as well as from anywhere else. */
export function elsewhere(row: CodeRow, at: Span, facts: FactBase): Elsewhere | undefined {
  const before = facts.textOf(at).slice(Math.max(0, at.start - LABEL), at.start);
  const isOf401 = /^\/[a-z]+\/401-/.test(articlePath(row.article));
  if (isOf401 && AFTER_STATUS.test(before)) {
    return {
      article: 'start-triage',
      because: 'The command that printed it says so of itself, not of a request to the site.',
    };
  }
  const isKerberos = facts.tokens.some(({ kerberos }) => kerberos?.message === 'AP-REQ');
  if (row.space === 'sspi' && row.code === INVALID_TOKEN && isKerberos) {
    return {
      article: 'spn-identity-match',
      because:
        'The client sent a Kerberos ticket, which is one message: no load balancer has split it.',
    };
  }
  return undefined;
}
