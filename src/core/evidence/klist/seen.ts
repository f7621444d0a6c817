/** What only klist and its relatives print, or what stands next to it; labels are translated, these are not. */
const MARK =
  /\bklist\b|krbtgt|#\d{1,4}(?:>|&gt;)|\b0:0x[0-9a-f]|LsaCallAuthenticationPackage|\bKVNO\b|\bVno +Type|(?:ticket|credentials) cache:|tickets?.{0,20}: ?\(\d|\(skey, ?tkt\)|0x[0-9a-f]{8}\/-\d|@\S{1,255} \((?:aes|arcfour|des)/i;

/** May `text` hold the output of klist? Linear. */
export function seenKlist(text: string): boolean {
  return MARK.test(text);
}
