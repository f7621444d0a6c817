/** The command, and the forms of its values: labels are translated, these are not. */
const MARK =
  /\bnetsh\b|\bSDDL:|: [0-9a-f]{40}(?:[0-9a-f]{24})?\s|: \{[0-9a-f]{8}-[0-9a-f]{4}-|: F[0-9A-F]{15}\s|WinHTTP|IP listen list|(?:queue name|Reserved URL)\s{0,20}:/i;

/** May `text` hold what netsh prints about HTTP.sys or WinHTTP? Linear. */
export function seenNetsh(text: string): boolean {
  return MARK.test(text);
}
