/** What a Kerberos error means in an event: the usual cause on IIS, else what the error is by definition. */
import causes from '../../../../../content/krb-errors.json' with { type: 'json' };
import type { ArticleSlug } from '../../../articles.ts';
import { describeKerberos } from '../../../codes/lookup.ts';
import type { Severity, Step } from '../../../contract/decoded.ts';
import { stepsOf, type StepTemplate } from '../../../contract/step-template.ts';
import type { Name } from '../../../text/escape/command.ts';
import { clause, hexOf } from './words.ts';

interface Cause {
  readonly code: number;
  readonly article: ArticleSlug;
  readonly cause: string;
  readonly severity?: Severity;
  readonly next: readonly StepTemplate[];
}

const BY_CODE = new Map(
  (causes as readonly object[]).map((row) => [(row as Cause).code, row as Cause]),
);

export interface KerberosCause {
  /** `KDC_ERR_S_PRINCIPAL_UNKNOWN`, or the number. */
  readonly name: string;
  readonly article: ArticleSlug;
  readonly severity: Severity;
  /** Continues a sentence, without a period. */
  readonly because: string;
  readonly next: readonly Step[];
}

/** Answers of a KDC that belong to an ordinary exchange. */
const USUAL = new Map<number, ArticleSlug>([
  [25, 'events-security'],
  [32, 'ticket-expired'],
  [52, 'events-security'],
  [68, 'events-security'],
]);
/** Certificates and smart cards, which no site asks for by itself. */
const CERTIFICATES = new Map<number, ArticleSlug>([
  [16, 'events-security'],
  [62, 'events-security'],
]);

/** `spn` is for the commands; in the sentence it is "it", as the name stands before. */
export function kerberosCause(
  code: number,
  spn: string | undefined,
  account?: string,
): KerberosCause {
  const row = describeKerberos(code);
  const known = BY_CODE.get(code);
  const article = USUAL.get(code) ?? CERTIFICATES.get(code) ?? known?.article ?? row?.article;
  const names: Record<string, Name> = { spn: [spn, 'SPN'], account: [account, 'ACCOUNT'] };
  const cause = known?.cause.replace('{spn}', 'it');
  return {
    name: row?.name ?? hexOf(code),
    article: article ?? 'krb-error-table',
    severity: USUAL.has(code) ? 'info' : (known?.severity ?? 'error'),
    because: clause(cause ?? row?.meaning ?? 'the code is not in the table of this guide'),
    next: stepsOf(known?.next ?? [], names),
  };
}
