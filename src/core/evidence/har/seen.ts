/** Members of a recorded request that no other JSON has together (HAR 1.2, "entries" and "request"). */
const REQUEST = /"request"\s{0,20}:\s{0,20}\{/;
const OWN = /"(?:startedDateTime|headersSize|httpVersion|queryString)"\s{0,20}:/;

/** May `text` hold a HAR file, or entries of one? Linear. */
export function seenHar(text: string): boolean {
  return REQUEST.test(text) && OWN.test(text);
}
