/** Words of Kerberos libraries, of modules of web servers and of Firefox, which nobody translates. */
const MARK =
  /\[\d{1,8}\] \d{9,11}\.\d|KRBError|Krb5Context|KrbApReq|KrbKdcReq|Krb5LoginModule|gss_(?:accept|init|acquire)_|GSS-API major_status|sun\.security|Entered SpNego|NegTokenInit: reading|KdcAccessibility|KeyTabInputStream|Krb(?:As|Tgs|Ap|Kdc)Re|GSS ERROR|GSSError|authGSS|GSS failure|, \d{5,8}\), \(|Major \(|GSSAPI|GSSException|-1765328\d{3}|25296(?:38|39)\d{3}|96c73a|nsAuthGSSAPI|nsHttpNegotiateAuth|negotiate-(?:gss|sspi)|keytab|key table|(?:TGS|AS) Exchange Error|\) unknown|my_gss_name|to go to krbtgt|Added key: \d|Mechanism level/i;

/** May `text` hold a trace of Kerberos or GSSAPI? Linear. */
export function seenGssTrace(text: string): boolean {
  return MARK.test(text);
}
