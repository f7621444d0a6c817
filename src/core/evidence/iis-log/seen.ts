/** Recognises texts that may hold log rows; loaded at once, while the reader comes when needed. */

/** A text without any of these has neither a row nor a header in it. */
const SIGNS: readonly RegExp[] = [
  // Names of columns, beside the values or above them, and `#Fields:`.
  /status|reason|fields:|cs-?(?:uri|method)/i,
  // Directives without names of columns.
  /#\s{0,20}(?:software|version|fields|(?:start-|end-)?date|filter|remark|typecounts)\b/i,
  // A date and a time, as W3C rows begin.
  /\d{4}-\d{1,2}-\d{1,2}"?[ \t,;|]{1,20}"?\d{1,2}:\d\d/,
  // The stamp of NCSA rows, the date of native ones.
  /\[\d\d\/[A-Za-z]{3}\/\d/,
  /,\s{0,20}\d{1,2}\/\d{1,2}\/\d{2,4}/,
  // sc-status and sc-substatus side by side: `401 2`, `[401](link)`, `x 401.2`.
  /(?<!\d)[1-5]\d\d(?:\.0)?[^\w.]{1,20}\d{1,3}(?!\d)/,
  /\[[1-5]\d\d\]\(/,
  /\S\s{1,20}[^\w\s]{0,3}[1-5]\d\d\.\d/,
  /^\W{0,20}[1-5]\d\d\.\d{1,3}[ \t,/]{1,20}[-\d]/m,
  // Rows of HTTP.sys, which have the version before the verb, and a reason after the status.
  /[\s-][1-5-](?:\d\d)?\s{1,20}(?:\S{1,20}\s{1,20}){0,2}(?:Connection_|Timer_|App[OPS]|BadRequest|Client_|Conn|Disabled|Entity|Field|Forbidden|Header|Hostname|Internal|Invalid_|Length|NotFound|Number|N\/|Precond|Queue|Request[L_]|URL|Verb|Version_)/,
  /HTTP\/\d(?:\.\d)?\s{1,20}[A-Z][A-Z_-]{2,20}\s/,
];

/** Characters that nobody sees, which the reader takes out before it looks at the rest. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const UNSEEN = /[\0\u001b\u200b\u2060]|(?!^)\ufeff/;

/**
 * May there be log rows in this text? Never false where the reader finds some without being told
 * the columns. A text about codes or tickets mostly has none of the signs.
 */
export function seenIisLog(text: string): boolean {
  return UNSEEN.test(text) || SIGNS.some((sign) => sign.test(text));
}
