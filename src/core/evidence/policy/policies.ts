/** What has been read so far of a paste with policies of browsers. */
import type { Fact, FactTypes } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import type { LinePart } from '../../text/line-parts.ts';

export interface Policies {
  readonly facts: Fact[];
  readonly claimed: Span[];
  /** As far as the paste says it. */
  readonly browser: FactTypes['browserPolicy']['browser'];
}

export type Part = LinePart<Policies>;
