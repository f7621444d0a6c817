/** Whether a text may hold HTTP: a start line, a row of a browser's panel, an authentication header. */
const SIGN =
  /HTTP\/\d|authenticate|authorization|authentication-info|status|request (?:url|method)/i;

/** True for every text in which the reader finds something; one pass. */
export function seenHttp(text: string): boolean {
  return SIGN.test(text);
}
