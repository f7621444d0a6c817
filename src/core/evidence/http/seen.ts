/**
 * Whether a text may hold HTTP: a start line, also in the bytes of a hex dump, a row of a browser's
 * panel, an authentication header.
 */
const SIGN =
  /HTTP\/\d|authenticate|authorization|authentication-info|status|request (?:url|method)|https?:\/\/|:method|54 ?54 ?50 ?2f ?31/i;

/** True for every text in which the reader finds something; one pass. */
export function seenHttp(text: string): boolean {
  return SIGN.test(text);
}
