/** The table of event names that every network log of Chromium has. */
export function seenNetlog(text: string): boolean {
  return /"logEventTypes"\s{0,9}:/.test(text) && /"events"\s{0,9}:/.test(text);
}
