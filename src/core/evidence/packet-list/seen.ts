/** Words of Network Monitor, Message Analyzer and Wireshark in lists and details of packets. */
const MARK =
  /KerberosV5:|HTTP:(?:Request|Response)|\bKRB5\b|NTLMSSP_(?:NEGOTIATE|CHALLENGE|AUTH)|msg-type: krb-|NTLM (?:NEGOTIATE|CHALLENGE|AUTHENTICATE) MESSAGE| HTTP \d{2,5} /;

/** May `text` hold such a list? Linear. */
export function seenPacketList(text: string): boolean {
  return MARK.test(text);
}
