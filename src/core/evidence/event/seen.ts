/** What the events that are read have in common with nothing else: providers, names of XML, their own words. */

/** Names first, then words of the messages that are read, then values of messages in other languages. */
const MARK =
  /Microsoft-Windows-|Microsoft Windows security|<(?:\w+:)?(?:Event|Data[\s>])|&lt;(?:Event|Data)|EventI[dD]|EventCode|event_id|InstanceId|\bEvent ?ID|Event Source|TimeCreated|\b(?:LsaSrv|NETLOGON|Schannel|Kdcsvc|HttpEvent)\b|TicketOptions|SubStatus|MICROSOFT_AUTHENTICATION_PACKAGE|KRB_AP_ERR_|0x[c8][0-9a-f]{7}|0x[4-6][0-9a-f]{7}|\b(?:logg?ed on|log on\.|Logon Failure|logon|account|application pool|Kerberos|NTLM|authenticate|domain controller|TLS|SSL|certificate)\b/i;

/** May `text` hold an event of Windows? Linear. */
export function seenEvent(text: string): boolean {
  return MARK.test(text);
}
