/** Cheap signs of a DNS answer: words that no translation of a tool changes, and nslookup's form. */

const SIGNS =
  /nslookup|Resolve-DnsName|DNS_ERROR_RCODE|canonical name ?=|is an alias for|has (?:IPv6 )?address|NXDOMAIN|Non-existent domain|\bIN\s{1,20}(?:A|AAAA|CNAME)\s|NameHost|IP[46]?Address|\bping|^[ \t>]{0,20}Ad+res\w{0,3}[ \t]?:|-{20}|: 255\.\d|\((?:Preferred|Bevorzugt|préféré|Preferido)\)|^[ \t>]{0,20}inet6? \S|IPAddress\s{1,30}: /im;

/** May this text hold the answer of nslookup, host, dig, Resolve-DnsName, ping or ipconfig? */
export function seenDns(text: string): boolean {
  return SIGNS.test(text);
}
