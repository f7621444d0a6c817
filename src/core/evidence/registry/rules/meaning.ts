/** What one value of the registry means for a logon. */
import type { ArticleSlug } from '../../../articles.ts';
import type { Severity } from '../../../contract/decoded.ts';
import type { FactOf } from '../../../facts/fact.ts';

export type Value = FactOf<'registryValue'>;

export interface Meaning {
  readonly severity: Severity;
  /** Continues "NAME is 5: ". */
  readonly says: string;
  readonly article: ArticleSlug;
  readonly caveat?: string;
  /** True where it is what Windows does without the value. */
  readonly isDefault?: boolean;
}

/** By the name, as documentation spells it. */
export type Meanings = Readonly<Record<string, (value: Value) => Meaning>>;

/** True where the value is missing or 0, which most of them take for "off". */
export function isOff({ number, isAbsent, texts }: Value): boolean {
  return isAbsent === true || number === 0 || (number === undefined && (texts ?? []).length === 0);
}

/** The number, where there is one and the value exists. */
export function numberOf({ number, isAbsent }: Value): number | undefined {
  return isAbsent === true ? undefined : number;
}
