/** Whether a text may hold output of setspn: the command, a distinguished name, or one of its phrases. */

/** Linear. The marks are those that no localised Windows translates, and the English phrases. */
export function seenSetspn(text: string): boolean {
  return /setspn|,\s?DC=|DsGetDcNameWith|SPN found|duplicate SPNs/i.test(text);
}
