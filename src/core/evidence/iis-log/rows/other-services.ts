/**
 * Rows of other services that write the same formats into the same folders: FTP, SMTP, NNTP. They
 * hold three-digit replies that are no HTTP statuses, so they are set aside before anything counts.
 */
const SERVICE = /^(?:MSFTPSVC|FTPSVC|SMTPSVC|NNTPSVC)\d*$/i;
/** `[3]USER` of IIS 4 to 6, `ControlChannelOpened` of IIS 7 and later. */
const VERB = /^(?:\[\d+\]\w+|(?:Control|Data)Channel(?:Opened|Closed))$/;
const FTP_ONLY =
  /^(?:USER|PASS|RETR|STOR|APPE|PASV|EPSV|EPRT|QUIT|CWD|CDUP|MLSD|NLST|SYST|FEAT|HELO|EHLO|MAIL|RCPT)$/;
const FTP_PORTS = new Set(['21', '990']);
/** No column that tells lies further in, in any known set of columns. */
const COLUMNS = 12;

/** True when the values are a row of FTP, SMTP or NNTP. */
export function isOtherService(values: readonly { readonly value: string }[]): boolean {
  const head = values.slice(0, COLUMNS).map((cell) => cell.value);
  if (head.some((value) => SERVICE.test(value) || VERB.test(value))) return true;
  return head.some((value) => FTP_ONLY.test(value)) && head.some((value) => FTP_PORTS.has(value));
}
