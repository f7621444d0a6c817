/** Answers of DNS (RFC 1035 4.1): what a name stands for. */
export interface DnsAnswer {
  readonly name: string;
  /** The name at the end of the aliases. */
  readonly canonical?: string;
  readonly addresses: readonly string[];
  /** True where the server says that there is no such name. */
  readonly isMissing: boolean;
}

const LATIN_1 = new TextDecoder('latin1');
/** Labels of a name, and jumps within it. */
const LABELS = 128;
const RECORDS = 64;

const u16 = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Undefined for a question, for what is damaged, and for names of other kinds than hosts. */
export function readDnsAnswer(bytes: Uint8Array): DnsAnswer | undefined {
  const flags = u16(bytes, 2);
  if (bytes.length < 17 || !(flags & 0x8000) || u16(bytes, 4) !== 1) return undefined;
  const question = nameAt(bytes, 12);
  if (!question || ![1, 5, 28].includes(u16(bytes, question.end))) return undefined;
  let at = question.end + 4;
  let canonical: string | undefined;
  const addresses: string[] = [];
  for (let left = Math.min(u16(bytes, 6), RECORDS); left > 0; left--) {
    const owner = nameAt(bytes, at);
    if (!owner || owner.end + 10 > bytes.length) break;
    const type = u16(bytes, owner.end);
    const data = owner.end + 10;
    const length = u16(bytes, owner.end + 8);
    if (type === 5) canonical = nameAt(bytes, data)?.name ?? canonical;
    else if (type === 1 && length === 4)
      addresses.push([...bytes.subarray(data, data + 4)].join('.'));
    at = data + length;
  }
  const isMissing = (flags & 0x0f) === 3;
  if (!isMissing && canonical === undefined && addresses.length === 0) return undefined;
  return {
    name: question.name,
    ...(canonical !== undefined && { canonical }),
    addresses,
    isMissing,
  };
}

function nameAt(bytes: Uint8Array, start: number): { name: string; end: number } | undefined {
  const labels: string[] = [];
  let end: number | undefined;
  let at = start;
  for (let left = LABELS; left > 0; left--) {
    const length = bytes[at];
    if (length === undefined) return undefined;
    if (length === 0) return { name: labels.join('.'), end: end ?? at + 1 };
    if (length >= 0xc0) {
      end ??= at + 2;
      at = u16(bytes, at) & 0x3fff;
      continue;
    }
    labels.push(LATIN_1.decode(bytes.subarray(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  return undefined;
}
