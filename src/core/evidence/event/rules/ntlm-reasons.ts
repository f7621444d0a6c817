/**
 * Why NTLM was used, as the events 4020 and 4021 say it. The words decide: builds of Windows Server 2025
 * were seen that write another number than KB 5064479 has for the same words. Without words that are
 * known here, the number is taken, and the finding says so.
 */
import type { ArticleSlug } from '../../../articles.ts';

export interface NtlmReason {
  readonly article: ArticleSlug;
  /** Continues "...: ". */
  readonly because: string;
  /** Ends the id of the finding, for the checks that the reason settles. */
  readonly key: string;
}

const REASONS: readonly (NtlmReason & { readonly id: number; readonly words: RegExp })[] = [
  {
    id: 7,
    words: /\bIP(?:v[46])?\b/,
    key: 'address',
    article: 'ntlm-fallback-reasons',
    because: 'the target is an IP address, for which there is no SPN by default',
  },
  {
    id: 8,
    words: /duplicate/i,
    key: 'duplicate',
    article: 'spn-duplicate',
    because: 'more than one account holds the name of the target',
  },
  {
    id: 6,
    words: /could not be resolved|resolve/i,
    key: 'unknown',
    article: 'spn-missing',
    because: 'Kerberos finds no account for the name of the target',
  },
  {
    id: 9,
    words: /line of sight|domain controller/i,
    key: 'no-dc',
    article: 'dc-reachability',
    because: 'the client reached no domain controller',
  },
  {
    id: 10,
    words: /loopback/i,
    key: 'loopback',
    article: 'loopback-check',
    because: 'client and server are one computer',
  },
  {
    id: 5,
    words: /missing or empty|no target name/i,
    key: 'no-name',
    article: 'ntlm-fallback-reasons',
    because: 'the program gave no name for the target',
  },
  {
    id: 1,
    words: /called directly/i,
    key: 'direct',
    article: 'ntlm-fallback-reasons',
    because: 'the program asked for NTLM itself',
  },
  {
    id: 2,
    words: /local account/i,
    key: 'local',
    article: 'ntlm-fallback-reasons',
    because: 'the account is a local one',
  },
  {
    id: 4,
    words: /cloud account/i,
    key: 'cloud',
    article: 'ntlm-fallback-reasons',
    because: 'the account is one that the domain does not know',
  },
  {
    id: 11,
    words: /null session/i,
    key: 'null',
    article: 'client-no-credentials',
    because: 'the program has no credentials',
  },
];

export interface FoundReason extends NtlmReason {
  readonly isByNumber: boolean;
}

export function ntlmReason(
  reason: string | undefined,
  id: number | undefined,
): FoundReason | undefined {
  const byWords =
    reason === undefined ? undefined : REASONS.find(({ words }) => words.test(reason));
  const byNumber = REASONS.find((one) => one.id === id);
  const found = byWords ?? byNumber;
  return found && { ...found, isByNumber: !byWords };
}
