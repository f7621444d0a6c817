/**
 * What the error codes of a KRB-ERROR usually mean when a web server on Windows, or its KDC, sends
 * one: the rows of `content/krb-errors.json`. RFC 4120 7.5.9 defines the codes; the causes are those
 * of IIS and Active Directory.
 */
import rows from '../../../../content/krb-errors.json' with { type: 'json' };
import type { ArticleSlug } from '../../articles.ts';
import type { Severity } from '../../contract/decoded.ts';
import type { StepTemplate } from '../../contract/step-template.ts';

export interface KrbErrorCause {
  readonly article: ArticleSlug;
  /** Completes the sentence "NAME: ..."; `{spn}` stands for the SPN at hand. */
  readonly cause: string;
  /** `error` unless it says otherwise. */
  readonly severity?: Severity;
  /** `{spn}` and `{account}` are filled in; a step whose name the evidence lacks is left out. */
  readonly next: readonly StepTemplate[];
}

/** A row of the file; a test holds it to this shape. */
export interface KrbErrorRow extends KrbErrorCause {
  /** error-code of the KRB-ERROR. */
  readonly code: number;
  readonly name: string;
}

export const KRB_ERROR_ROWS: readonly KrbErrorRow[] = (rows as readonly object[]).map(
  (row) => row as KrbErrorRow,
);

const BY_CODE = new Map<number, KrbErrorCause>(KRB_ERROR_ROWS.map((row) => [row.code, row]));

/** For codes without a cause of their own. */
const OTHER_CAUSE: KrbErrorCause = {
  article: 'krb-error-table',
  cause: 'Kerberos refused, for a reason that is rare on IIS.',
  next: [{ run: 'setspn -Q {spn}', on: 'anywhere' }],
};

/** The usual cause of an error-code on IIS. */
export function causeOfKrbError(code: number): KrbErrorCause {
  return BY_CODE.get(code) ?? OTHER_CAUSE;
}
