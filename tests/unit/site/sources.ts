/** Sources as articles and ledgers cite them: which addresses are one page, and how a date is written. */

/** `2012`, `2005-07` or `2025-06-15`: as precise as the source itself states it. */
export const SOURCE_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** What a ledger says of a page that states no date; front matter states at least a year. */
export const UNDATED = 'undated';

/** YAML reads a lone year as a number. */
export const asDate = (value: unknown): string => String(value);

/** An address without what does not change the page: host case, `www.`, language, last slash, fragment. */
export function pageOf(address: string): string {
  const { hostname, pathname, search } = new URL(address);
  const path = pathname.toLowerCase().replace(/^\/[a-z]{2}-[a-z]{2}\//, '/');
  return hostname.replace(/^www\./, '') + path.replace(/\/+$/, '') + search;
}

/** A page, or a place on it, which may have a title of its own. */
export function placeOf(address: string): string {
  return pageOf(address) + new URL(address).hash;
}
