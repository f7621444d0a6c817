/** The forms of w32tm, and of what Linux has in its place; labels are translated, these are not. */
const MARK =
  /\bw32tm\b|:123\]|\d[:.]\d\d,? {1,3}(?:d:|[+-]\d{1,9}(?:[.,]\d{1,9})?s|\S{2,20} ?[:：] ?0x)|\d{1,2}\(|CMOS|System Clock|VM IC Time|\bNtpServer\b|PhaseCorrection|Type: (?:NT|NoSync|AllSync)|#Peers|[:：]\s{0,3}0x[0-9a-f]{8}\s{0,2}\(|\bNTP: |of NTP time|\brefid\b|^== Clock|Leap status|\([\d.,]{1,12}\s?ns\b|did not resync|0x80070426|synchronized: (?:yes|no)/im;

/** May `text` hold what a tool says about a clock? Linear. */
export function seenW32tm(text: string): boolean {
  return MARK.test(text);
}
