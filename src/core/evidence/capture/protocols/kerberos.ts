/** What the messages of a KDC say in clear (RFC 4120 5.4, 5.9.1). */
import { readElement, type Element } from '../../../binary/asn1/tlv.ts';

export interface KdcMessage {
  readonly type: string;
  readonly sname?: string;
  readonly realm?: string;
  readonly cname?: string;
  /** Of the ticket. */
  readonly etype?: number;
  readonly kvno?: number;
  readonly code?: number;
  /** ISO 8601, of the one who reports an error. */
  readonly serverTime?: string;
}

/** Application tags (RFC 4120 5.10). */
const TYPES: Readonly<Record<number, string>> = {
  0x6a: 'AS-REQ',
  0x6b: 'AS-REP',
  0x6c: 'TGS-REQ',
  0x6d: 'TGS-REP',
  0x7e: 'KRB-ERROR',
};
const UTF_8 = new TextDecoder();
/** Elements of one list. */
const MEMBERS = 200;

class Bytes {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The members of a constructed element, in order. */
  members({ content, end }: Element): Element[] {
    const found: Element[] = [];
    for (let at = content; at < end && found.length < MEMBERS;) {
      const element = readElement(this.#bytes, at, end);
      if (typeof element === 'string' || element.end <= at) break;
      found.push(element);
      at = element.end;
    }
    return found;
  }

  /** What is in the member with a context tag of the sequence in `element`. */
  field(element: Element | undefined, tag: number): Element | undefined {
    const [sequence] = element ? this.members(element) : [];
    const member = sequence && this.members(sequence).find((one) => one.tag === 0xa0 + tag);
    return member;
  }

  text(field: Element | undefined): string | undefined {
    const [value] = field ? this.members(field) : [];
    if (!value) return undefined;
    return UTF_8.decode(
      this.#bytes.subarray(value.content, Math.min(value.end, this.#bytes.length)),
    );
  }

  number(field: Element | undefined): number | undefined {
    const [value] = field ? this.members(field) : [];
    if (value?.tag !== 2 || value.end - value.content > 6) return undefined;
    const bytes = this.#bytes.subarray(value.content, value.end);
    return bytes.reduce((sum, byte) => sum * 256 + byte, (bytes[0] ?? 0) > 0x7f ? -1 : 0);
  }

  /** A PrincipalName, its parts with slashes between them. */
  name(field: Element | undefined): string | undefined {
    const parts = this.field(field, 1);
    const [list] = parts ? this.members(parts) : [];
    if (!list) return undefined;
    return this.members(list)
      .map(({ content, end }) => UTF_8.decode(this.#bytes.subarray(content, end)))
      .join('/');
  }
}

/** The message that begins at `start`; undefined for anything else, and for one that is not whole. */
export function readKdcMessage(all: Uint8Array, start = 0): KdcMessage | undefined {
  const whole = readElement(all, start, all.length);
  if (typeof whole === 'string' || whole.overlong) return undefined;
  const type = TYPES[whole.tag];
  const bytes = new Bytes(all);
  const field = (tag: number) => bytes.field(whole, tag);
  switch (type) {
    case undefined:
      return undefined;
    case 'AS-REQ':
    case 'TGS-REQ': {
      const body = field(4);
      const [cname, sname] = [1, 3].map((tag) => bytes.name(bytes.field(body, tag)));
      return present({ type, cname, sname, realm: bytes.text(bytes.field(body, 2)) });
    }
    case 'KRB-ERROR':
      return present({
        type,
        code: bytes.number(field(6)),
        cname: bytes.name(field(8)),
        realm: bytes.text(field(9)),
        sname: bytes.name(field(10)),
        serverTime: isoTime(bytes.text(field(4))),
      });
    default: {
      const [ticket] = bytes.members(field(5) ?? whole);
      const encrypted = bytes.field(ticket, 3);
      return present({
        type,
        cname: bytes.name(field(4)),
        realm: bytes.text(bytes.field(ticket, 1)),
        sname: bytes.name(bytes.field(ticket, 2)),
        etype: bytes.number(bytes.field(encrypted, 0)),
        kvno: bytes.number(bytes.field(encrypted, 1)),
      });
    }
  }
}

type Optional = { readonly [K in keyof KdcMessage]: KdcMessage[K] | undefined };

function present(message: Optional & { type: string }): KdcMessage {
  const known = Object.entries(message).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(known) as unknown as KdcMessage;
}

/** `20260302091405Z` */
function isoTime(text = ''): string | undefined {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const [year, month, day, hour, minute, second] = parts;
  return (
    second && `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second}Z`
  );
}
