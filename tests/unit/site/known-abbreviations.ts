/** Abbreviations that stand in an article without a word, because its readers use them daily. */
export const KNOWN_ABBREVIATIONS: readonly string[] = [
  // What every administrator of Windows says
  ...['AD', 'CS', 'DC', 'DLL', 'DNS', 'DWORD', 'GPO', 'ID', 'IIS', 'KB', 'LAN', 'NTFS', 'OU'],
  ...['SAM', 'SID', 'UNC', 'UTC', 'VPN', 'XP', 'NT', 'MS', 'LM', 'PIN', 'OK'],
  // Protocols and formats
  ...['ASCII', 'ASN', 'CVE', 'DES', 'HAR', 'HTTPS', 'ICMP', 'IP', 'JSON', 'PDF', 'RFC', 'RSA'],
  ...['SMB', 'SMTP', 'SQL', 'SSH', 'SSL', 'SYN', 'TCP', 'TLS', 'UDP', 'URL', 'UTF', 'XML'],
  // The made-up names of the examples
  ...['CONTOSO', 'FABRIKAM', 'WEB'],
  // Units and parts
  ...['CPU', 'GB', 'MB'],
  // Names of products, projects and their parts
  ...['ASP', 'AWS', 'MIT', 'NSX', 'PBKDF2', 'PHP', 'SSSD', 'YARP'],
  // Verbs of HTTP, and words that Windows writes in capitals
  ...['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'ACCESS', 'ANONYMOUS', 'DENIED', 'LOGON'],
  ...['AUTHENTICATE', 'CHALLENGE', 'NEGOTIATE', 'NETLOGON', 'NONE', 'POLICY'],
];
