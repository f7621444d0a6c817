/** The time that a query reads. */

/** First and last second, ISO 8601 in UTC without a fraction. */
export interface Range {
  readonly first: string;
  readonly last: string;
}

/** The next second: where a query ends that includes this one. */
export const secondAfter = (iso: string): string =>
  `${new Date(Date.parse(iso) + 1000).toISOString().slice(0, 19)}Z`;
