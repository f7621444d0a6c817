/** What the three NTLM messages share (MS-NLMP 2.2.1 and 2.2.2): buffers, flags, version and texts. */
import { previewHex, addLeaf, type Source } from '../../../binary/source.ts';
import { uint16, uint32 } from '../../../binary/little-endian.ts';
import type { Region } from '../../../binary/regions.ts';
import type { Field, Ntlm } from '../../../contract/decoded.ts';
import { ntlmFlagNames, ntlmFlagsMeaning, UNICODE } from '../tables/ntlm-flags.ts';
import { WINDOWS_BUILDS } from '../tables/windows-builds.ts';

/** One NTLM message while it is read. */
export interface NtlmReading {
  readonly source: Source;
  readonly out: Field[];
  readonly facts: Ntlm;
  /** Where `NTLMSSP` starts; offsets count from here. */
  readonly base: number;
  /** Where the message must end at the latest; Infinity when nothing says so. */
  readonly limit: number;
  /** The parts behind the header. */
  readonly payload: Region[];
  /** Where the header ends at the latest: the lowest offset of a buffer with something in it. */
  headerEnd: number;
  /** The same by the offsets of empty buffers, which some senders fill in. */
  hint: number;
  /** Where the header ends at the earliest, by the parts it was found to have. */
  reach: number;
}

/** Bytes that a buffer descriptor points to. */
export interface Buffer {
  length: number;
  start: number;
  end: number;
}

/**
 * The descriptor {length, maximum length, offset} at `at` from the start of the message. Undefined
 * when it is not all there or lies beyond the header.
 */
export function buffer(message: NtlmReading, name: string, at: number): Buffer | undefined {
  const { source, base, out } = message;
  if (base + at + 8 > message.headerEnd) return undefined;
  const length = uint16(source.bytes, base + at);
  const offset = uint32(source.bytes, base + at + 4);
  const where = length === undefined || offset === undefined ? undefined : { length, offset };
  const value = where && `${where.length} bytes at offset ${where.offset}`;
  addLeaf(source, out, `${name}Fields`, base + at, base + at + 8, value);
  message.reach = base + at + 8;
  if (!where) return undefined;
  const start = base + where.offset;
  if (where.length > 0)
    message.headerEnd = Math.min(message.headerEnd, Math.max(start, base + at + 8));
  else if (where.offset > 0) message.hint = Math.min(message.hint, start);
  return { length: where.length, start, end: start + where.length };
}

/** Counts a part of the header in; false when the message ends before it does. */
function room(message: NtlmReading, at: number, size: number): boolean {
  const end = message.base + at + size;
  if (end > message.limit) return false;
  message.reach = end;
  return true;
}

/** A part of fixed size in the header, shown as hex; undefined when not all there. */
export function fixed(
  message: NtlmReading,
  name: string,
  at: number,
  size: number,
  meaning?: string,
): string | undefined {
  const { source, base, out } = message;
  const start = base + at;
  if (!room(message, at, size)) return undefined;
  const value = previewHex(source.bytes, start, start + size);
  addLeaf(source, out, name, start, start + size, value, meaning);
  return start + size <= source.bytes.length ? value : undefined;
}

/** NegotiateFlags; sets the facts' flags. */
export function flags(message: NtlmReading, at: number): number | undefined {
  const { source, base, out, facts } = message;
  if (!room(message, at, 4)) return undefined;
  const value = uint32(source.bytes, base + at);
  const shown = value === undefined ? undefined : `0x${value.toString(16).padStart(8, '0')}`;
  const meaning = value === undefined ? undefined : ntlmFlagsMeaning(value);
  addLeaf(source, out, 'NegotiateFlags', base + at, base + at + 4, shown, meaning);
  if (value !== undefined) {
    facts.flags = value;
    facts.flagNames = ntlmFlagNames(value);
  }
  return value;
}

/** Version (2.2.2.10); `used` tells whether the flag for it is set. */
export function version(message: NtlmReading, at: number, used: boolean): void {
  const { source, base, out, facts } = message;
  const { bytes } = source;
  const start = base + at;
  if (!room(message, at, 8)) return;
  const build = uint16(bytes, start + 2);
  const whole = start + 8 <= bytes.length && build !== undefined;
  const name = 'Version';
  if (!used || !whole) {
    const meaning = used ? undefined : 'Not used: the flag for it is not set.';
    const value = used ? undefined : previewHex(bytes, start, start + 8);
    addLeaf(source, out, name, start, start + 8, value, meaning);
    return;
  }
  facts.version = `${bytes[start] ?? 0}.${bytes[start + 1] ?? 0}.${build}`;
  const system = WINDOWS_BUILDS[build];
  const meaning = `${system ?? 'No Windows build that is known here'}; software other than Windows puts what it likes here. NTLM revision ${bytes[start + 7] ?? 0}.`;
  addLeaf(source, out, name, start, start + 8, facts.version, meaning);
}

const UTF16 = new TextDecoder('utf-16le', { ignoreBOM: true });
const OEM_TEXT = new TextDecoder('windows-1252');

/**
 * Text from `start` to `end` as far as it is there. OEM text does not tell its code page; Windows
 * 1252 is right for western names.
 */
export function ntlmText(bytes: Uint8Array, start: number, end: number, unicode: boolean): string {
  const part = bytes.subarray(start, end);
  if (!unicode) return OEM_TEXT.decode(part);
  const cut = end > bytes.length;
  let length = cut ? part.length & ~1 : part.length;
  // Half of a surrogate pair waits for its other half.
  if (cut && length >= 2 && ((part[length - 1] ?? 0) & 0xfc) === 0xd8) length -= 2;
  return UTF16.decode(part.subarray(0, length));
}

/** True when the texts of the message are UTF-16. Without flags, every second byte being 0 tells. */
export function isUnicode({ facts, source }: NtlmReading, sample: Buffer | undefined): boolean {
  if (facts.flags !== undefined) return (facts.flags & UNICODE) !== 0;
  return sample !== undefined && source.bytes[sample.start + 1] === 0;
}

/** Announces a payload text; `set` gets it as far as it is there. */
export function payloadText(
  message: NtlmReading,
  name: string,
  where: Buffer | undefined,
  unicode: boolean,
  set: (value: string) => void,
  meaning?: string,
): void {
  if (!where) return;
  const { start, end } = where;
  if (where.length === 0) {
    set('');
    return;
  }
  const { source } = message;
  const last = Math.min(end, message.limit);
  message.payload.push({
    start,
    end: last,
    read: (out) => {
      if (start >= source.bytes.length) return;
      const value = ntlmText(source.bytes, start, last, unicode);
      set(value);
      addLeaf(source, out, name, start, last, value, meaning);
    },
  });
}
