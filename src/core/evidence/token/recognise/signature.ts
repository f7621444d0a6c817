/**
 * Tells from its first bytes whether something is an authentication token, without decoding it: the
 * decoder is loaded only when one is there. A short form of the table in RFC 2743 3.1, RFC 4178 4.2,
 * RFC 4120 5.10, RFC 4121 4.2.6, MS-NLMP 2.2.1, MS-NEGOEX 2.2.6.2 and MS-KKDCP 2.2.2.
 */

/** `certain`: a token whatever stands around it. `possible`: one when nothing else is pasted. */
export type Likeness = 'certain' | 'possible';

const NTLMSSP = [0x4e, 0x54, 0x4c, 0x4d, 0x53, 0x53, 0x50];
const NEGOEXTS = [0x4e, 0x45, 0x47, 0x4f, 0x45, 0x58, 0x54, 0x53];
const KERBEROS_TAGS = new Set([0x61, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x74, 0x75, 0x76, 0x7e]);

/** Bytes of a prefix that must be there before a beginning counts at all. */
const BEGINNING = 4;

/** Where the contents of an element start whose length octets are at `at`; undefined when cut or odd. */
function afterLength(bytes: Uint8Array, at: number): number | undefined {
  const first = bytes[at];
  if (first === undefined) return undefined;
  if (first < 0x80) return at + 1;
  return first >= 0x81 && first <= 0x84 ? at + 1 + (first & 0x7f) : undefined;
}

/** Follows a path of tags, each around the next; the position behind the last length octets. */
function follow(bytes: Uint8Array, tags: readonly number[], start = 0): number | undefined {
  let at: number | undefined = start;
  for (const tag of tags) {
    if (at === undefined || bytes[at] !== tag) return undefined;
    at = afterLength(bytes, at + 1);
  }
  return at;
}

function likenessOfText(bytes: Uint8Array, text: readonly number[]): Likeness | undefined {
  const present = Math.min(bytes.length, text.length);
  for (let index = 0; index < present; index++) {
    if (bytes[index] !== text[index]) return undefined;
  }
  return present === text.length ? 'certain' : present >= BEGINNING ? 'possible' : undefined;
}

/** `pvno 5` in `[0]` or `[1]`, the start of every Kerberos message. */
function hasPvno(bytes: Uint8Array, at: number | undefined): boolean {
  if (at === undefined) return false;
  const tag = bytes[at];
  if (tag !== 0xa0 && tag !== 0xa1) return false;
  return [3, 2, 1, 5].every((byte, index) => bytes[at + 1 + index] === byte);
}

/** A beginning so short that it still could be anything with this tag. */
function couldBe(bytes: Uint8Array, inner: number): Likeness | undefined {
  const content = afterLength(bytes, 1);
  if (content === undefined || bytes.length < BEGINNING) return undefined;
  return content >= bytes.length || bytes[content] === inner ? 'possible' : undefined;
}

function likenessOfAsn1(bytes: Uint8Array, first: number): Likeness | undefined {
  if (first === 0x60) {
    const oid = follow(bytes, [0x60, 0x06]);
    // 1.3.6.1.5... and 1.2.840.113554... and whatever else starts with 1.2 or 1.3.
    if (oid !== undefined && (bytes[oid] === 0x2a || bytes[oid] === 0x2b)) return 'certain';
    return couldBe(bytes, 0x06);
  }
  if (first === 0xa0) {
    const list = follow(bytes, [0xa0, 0x30, 0xa0, 0x30, 0x06]);
    return list === undefined ? couldBe(bytes, 0x30) : 'certain';
  }
  if (first === 0xa1) {
    const body = follow(bytes, [0xa1, 0x30]);
    if (body === undefined) return couldBe(bytes, 0x30);
    const tag = bytes[body] ?? 0;
    return tag >= 0xa0 && tag <= 0xa3 && bytes[body + 1] !== undefined ? 'certain' : 'possible';
  }
  if (KERBEROS_TAGS.has(first)) {
    return hasPvno(bytes, follow(bytes, [first, 0x30])) ? 'certain' : undefined;
  }
  return undefined;
}

function likenessOfSequence(bytes: Uint8Array): Likeness | undefined {
  const body = follow(bytes, [0x30]);
  if (hasPvno(bytes, body) && body !== undefined) {
    return bytes[body + 5] === (bytes[body] ?? 0) + 1 ? 'certain' : undefined;
  }
  const proxied = follow(bytes, [0x30, 0xa0, 0x04]);
  if (proxied !== undefined && KERBEROS_TAGS.has(bytes[proxied + 4] ?? 0)) return 'certain';
  return follow(bytes, [0x30, 0xa1, 0x0c]) === undefined ? undefined : 'possible';
}

/** What `bytes` look like, judged by their beginning. */
export function likeness(bytes: Uint8Array): Likeness | undefined {
  const first = bytes[0];
  switch (first) {
    case undefined:
      return undefined;
    case 0x4e:
      return likenessOfText(bytes, NTLMSSP) ?? likenessOfText(bytes, NEGOEXTS);
    case 0x30:
      return likenessOfSequence(bytes);
    case 0x00:
      return bytes[1] === 0 && likenessOfAsn1(bytes.subarray(4), bytes[4] ?? 0) === 'certain'
        ? 'certain'
        : undefined;
    case 0x04:
    case 0x05:
      return bytes[1] === 0x04 && bytes[3] === 0xff && bytes.length >= 16 ? 'certain' : undefined;
    default:
      return likenessOfAsn1(bytes, first);
  }
}

const SPNEGO_OID = [0x06, 0x06, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x02];

function startsAt(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

/**
 * Where a token starts inside longer bytes (an SMB packet, a whole TLS record in clear): at
 * `NTLMSSP`, `NEGOEXTS`, or the GSS frame around the SPNEGO number. -1 when there is none.
 */
export function findInside(bytes: Uint8Array): number {
  for (let at = 0; at + NTLMSSP.length < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x4e && (startsAt(bytes, at, NTLMSSP) || startsAt(bytes, at, NEGOEXTS))) return at;
    if (byte !== 0x60) continue;
    const content = afterLength(bytes, at + 1);
    if (content !== undefined && startsAt(bytes, content, SPNEGO_OID)) return at;
  }
  return -1;
}
