/** What a case of one paste comes to, in brief, for the tests of rules. */
import { articleAt, decode } from '../../src/core/index.ts';
import type { Finding } from '../../src/core/contract/decoded.ts';

export interface Decided {
  /** `error nltest.no-domain-controller dc-reachability`, the verdict first. */
  readonly findings: readonly string[];
  /** Their sentences, in the same order. */
  readonly titles: readonly string[];
  readonly first: Finding | undefined;
  /** `domain-controller failed`; `known` for half an answer. */
  readonly checks: string;
}

export async function decided(text: string): Promise<Decided> {
  const { findings, checks } = await decode(text);
  return {
    findings: findings.map(
      ({ severity, id, article }) => `${severity} ${id} ${articleAt(article) ?? article}`,
    ),
    titles: findings.map(({ title }) => title),
    first: findings[0],
    checks: checks
      .filter(({ state, known }) => state !== 'unknown' || known !== undefined)
      .map(({ id, state }) => `${id} ${state === 'unknown' ? 'known' : state}`)
      .join(', '),
  };
}
