/**
 * Rows of other services that write the same formats into the same folders: FTP, SMTP, NNTP. They
 * hold three-digit replies that are no HTTP statuses, so they are set aside before anything counts.
 *
 * Sources: RFC 959 (FTP), 5321 (SMTP), 3977 (NNTP) for verbs and replies; "FTP Log Files" in the IIS
 * configuration reference (x-session, x-fullpath); "Log Formats" of Windows Server 2003 (SMTP).
 */
import { isAddress } from './value-shape.ts';

const SERVICE = /^(?:MSFTPSVC|FTPSVC|SMTPSVC|NNTPSVC)\d*$/i;
/**
 * What only they write: `[3]USER` of IIS 4 to 6, channels of IIS 7 and later, and in place of the
 * user the direction of mail that the server itself sends.
 */
const OWN =
  /^(?:\[\d+\]\w+|(?:Control|Data)Channel(?:Opened|Closed)|OutboundConnection(?:Command|Response))$/;
/** Verbs that no HTTP request has. */
const VERBS = new Set(
  [
    ...['USER', 'PASS', 'ACCT', 'CWD', 'XCWD', 'CDUP', 'XCUP', 'SMNT', 'REIN', 'QUIT', 'PORT'],
    ...['PASV', 'EPRT', 'EPSV', 'TYPE', 'STRU', 'MODE', 'RETR', 'STOR', 'STOU', 'APPE', 'ALLO'],
    ...[
      'REST',
      'RNFR',
      'RNTO',
      'ABOR',
      'DELE',
      'RMD',
      'XRMD',
      'MKD',
      'XMKD',
      'PWD',
      'XPWD',
      'LIST',
    ],
    ...['NLST', 'MLSD', 'MLST', 'SITE', 'SYST', 'STAT', 'HELP', 'NOOP', 'FEAT', 'OPTS', 'AUTH'],
    ...['PBSZ', 'PROT', 'CCC', 'SIZE', 'MDTM', 'HOST', 'LANG', 'HELO', 'EHLO', 'MAIL', 'RCPT'],
    ...['DATA', 'BDAT', 'RSET', 'VRFY', 'EXPN', 'ETRN', 'TURN', 'STARTTLS', 'ARTICLE', 'AUTHINFO'],
    ...['GROUP', 'IHAVE', 'LISTGROUP', 'NEWGROUPS', 'NEWNEWS', 'XOVER', 'XHDR', 'XPAT'],
  ].sort(),
);
/** Replies that are no statuses of HTTP. */
const REPLY = /^(?:1[1-5]\d|2(?:[1-5]\d|81)|3(?:[3-5]\d|81)|4(?:3[02-9]|5[2-5]|8\d)|5[2-5]\d)$/;
const PORTS = new Set(['21', '990', '25', '119']);
const PROTOCOLS = new Set(['FTP', 'SMTP', 'NNTP']);
/** The folder on the disk, a column of FTP's alone. */
export const FTP_COLUMN = 'x-fullpath';
/** No column that tells lies further in, in any known set of columns. */
const COLUMNS = 12;
/** Values between a verb and its reply: target and parameters. */
const BEFORE_REPLY = 3;

/** True when the values are a row of FTP, SMTP or NNTP. `names` are its columns, if known. */
export function isOtherService(
  values: readonly { readonly value: string }[],
  names: readonly string[] = [],
): boolean {
  const all = values.map((cell) => cell.value);
  const head = all.slice(0, COLUMNS);
  if (names.includes(FTP_COLUMN)) return true;
  if (head.some((value) => SERVICE.test(value) || OWN.test(value))) return true;
  const method = names.indexOf('cs-method');
  const isPath = method >= 0 && all[method + 1]?.startsWith('/') === true;
  if (!isPath && PROTOCOLS.has(all[names.indexOf('cs-version')] ?? '')) return true;
  const at = method >= 0 ? method : head.findIndex((value) => VERBS.has(value.toUpperCase()));
  if (at < 0 || !VERBS.has(all[at]?.toUpperCase() ?? '')) return false;
  const [target = '', ...rest] = all.slice(at + 1, at + 1 + BEFORE_REPLY);
  return (
    (method >= 0 ? !isPath : isTargetOf(target, rest[0])) ||
    head.some((value) => PORTS.has(value)) ||
    [target, ...rest].some((value) => REPLY.test(value))
  );
}

/** `utf8+on 200` behind a verb; a user of that name has an address behind it. */
function isTargetOf(target: string, reply = ''): boolean {
  return /^[1-5]\d\d$/.test(reply) && !target.startsWith('/') && !isAddress(target);
}
