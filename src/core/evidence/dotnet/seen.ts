/** Words of .NET, PowerShell, WinRM and Ansible that nobody translates. */
const MARK =
  /['"\u2018\u201c\u201e\u00ab]\s?(?:Anonymous|Negotiate|Ntlm|Basic|Digest|Windows)\s?['"\u2019\u201d\u201c\u00bb]|Negotiate (?:handshake|authentication|data|error code|is not)|Challenged 401|credential persistence|NegotiateHandler|PSRemotingTransportException|PSSessionStateBroken|PSSessionOpenFailed|WebCmdlet|Invoke-(?:WebRequest|RestMethod)|WinRM|WINRM|UNREACHABLE!|new (?:Ntlm|HttpBasic)Authenticator|new NetworkCredential|GSSAPI operation failed|&quot;|&#39;/i;

/** May `text` hold the output of such a program? Linear. */
export function seenDotnet(text: string): boolean {
  return MARK.test(text);
}
