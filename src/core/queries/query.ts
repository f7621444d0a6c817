/** A question as a query of one engine, with what is to be said of it. */
export interface Query {
  readonly text: string;
  /** What to put in place of the example, in a sentence. */
  readonly replace: string;
  /** What the answer cannot show, in sentences. */
  readonly blind: readonly string[];
  /** What was left out, and why, in sentences. */
  readonly leftOut: readonly string[];
}
