/** Text from the evidence in a CSV file (RFC 4180) that somebody opens in a spreadsheet. */

/**
 * What a spreadsheet would run as a formula, in its own and in wide letters, behind white space too,
 * at the start or behind a separator: where lists are separated by semicolons or tabs, Excel begins a
 * new cell there. (OWASP, "CSV Injection".)
 */
const FORMULA = /(^|[;\t\r\n,])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** One cell; an apostrophe stands before whatever would become a formula. */
export function csvCell(value: string | number | boolean | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = String(value ?? '');
  const safe = text.replace(FORMULA, "$1$2'");
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
