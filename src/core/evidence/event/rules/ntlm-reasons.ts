/**
 * Why NTLM was used, as the events 4020 and 4021 say it; the reasons are those of `content/why-ntlm.json`.
 * The words decide: builds of Windows Server 2025 were seen that write another number than KB 5064479 has
 * for the same words. Without words that are known here, the number is taken, and the finding says so.
 */
import file from '../../../../../content/why-ntlm.json' with { type: 'json' };
import type { ArticleSlug } from '../../../articles.ts';

export interface NtlmReason {
  readonly article: ArticleSlug;
  /** Continues "...: ". */
  readonly because: string;
  /** Ends the id of the finding, for the checks that the reason settles. */
  readonly key: string;
}

interface Row extends Omit<NtlmReason, 'because'> {
  readonly meaning: string;
  readonly signs: { readonly event?: readonly number[]; readonly words?: string };
}

const REASONS = (file.reasons as readonly object[])
  .map((row) => row as Row)
  .flatMap(({ key, article, meaning, signs: { event = [], words } }) =>
    words === undefined
      ? []
      : [{ key, article, because: meaning, ids: event, words: new RegExp(words, 'i') }],
  );

export interface FoundReason extends NtlmReason {
  readonly isByNumber: boolean;
}

export function ntlmReason(
  reason: string | undefined,
  id: number | undefined,
): FoundReason | undefined {
  const byWords =
    reason === undefined ? undefined : REASONS.find(({ words }) => words.test(reason));
  const byNumber = id === undefined ? undefined : REASONS.find(({ ids }) => ids.includes(id));
  const found = byWords ?? byNumber;
  return found && { ...found, isByNumber: !byWords };
}
