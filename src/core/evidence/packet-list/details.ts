/**
 * Kerberos messages in Wireshark's details, as `tshark -V` prints them:
 *
 *     krb-error
 *         msg-type: krb-error (30)
 *         error-code: eRR-S-PRINCIPAL-UNKNOWN (7)
 *         realm: CONTOSO.COM
 *         sname
 *             sname-string: 2 items
 *                 SNameString: HTTP
 *                 SNameString: portal.contoso.com
 *
 * Source: Wireshark's packet-kerberos.c, 1.10 to 4.6.
 */
import type { PrintedLine } from '../../text/printed-lines.ts';
import type { Packet } from './packets.ts';

const TYPE = /^(?:\+ |- )?msg-type: (?:krb-)?([a-z-]{5,12}|[A-Z-]{5,12}) \((\d{1,2})\)/;
const CODE = /^(?:\+ |- )?error[-_]code: \S{1,60} \((\d{1,3})\)/;
const REALM = /^realm: (\S{1,255})$/i;
const NAME = /^(?:SNameString|KerberosString|Name|sname-string item): (\S{1,255})$/;
const SNAME = /^(?:\+ |- )?sname(?:-string)?\b|^Server Name \(/i;
/** Ends the name of the server. */
const OTHER_NAME = /^(?:\+ |- )?(?:cname|ticket|enc-part|padata|authenticator|till|etype|nonce)\b/i;

/** Message types of RFC 4120 7.5.7. */
const AS_REQ = 10;
const AS_REP = 11;
const TGS_REQ = 12;
const TGS_REP = 13;
const ERROR = 30;

interface Message {
  readonly type: number;
  readonly line: PrintedLine;
  readonly names: string[];
  code?: number;
  realm?: string;
  inName: boolean;
}

/** The messages in the details, as packets in their order. */
export function packetsInDetails(lines: readonly PrintedLine[]): Packet[] {
  const messages: Message[] = [];
  for (const line of lines) {
    const type = TYPE.exec(line.text)?.[2];
    if (type !== undefined) {
      messages.push({ type: Number(type), line, names: [], inName: false });
      continue;
    }
    const open = messages.at(-1);
    if (open) readLine(open, line.text);
  }
  return messages.flatMap(packetOf);
}

function readLine(open: Message, text: string): void {
  const code = CODE.exec(text)?.[1];
  if (code !== undefined) open.code = Number(code);
  const realm = REALM.exec(text)?.[1];
  if (realm !== undefined) open.realm ??= realm;
  if (SNAME.test(text)) open.inName = true;
  else if (OTHER_NAME.test(text)) open.inName = false;
  const name = NAME.exec(text)?.[1];
  // The ticket inside a message has a name of its own, behind that of the request.
  if (name !== undefined && open.inName && open.names.length < 2) open.names.push(name);
}

function packetOf({ type, line, names, code, realm }: Message): Packet[] {
  const at = { start: line.start, end: line.end };
  const about = { for: names.join('/'), ...(realm !== undefined && { realm }) };
  switch (type) {
    case TGS_REQ:
      return [{ is: 'asks', ...about, at }];
    case AS_REQ:
      return [{ is: 'signs-in', at }];
    case TGS_REP:
      return [{ is: 'issued', at }];
    case AS_REP:
      return [{ is: 'signed-in', at }];
    case ERROR:
      if (code === undefined) return [];
      return names.length === 2
        ? [
            { is: 'asks', ...about, at },
            { is: 'error', code, at },
          ]
        : [{ is: 'error', code, at }];
    default:
      return [];
  }
}
