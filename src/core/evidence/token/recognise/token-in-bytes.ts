/** Finds the token in bytes that a text spells: at their start, further inside, or spelled by them. */
import { decodeBase64, isBase64Digit } from '../../../text/base64.ts';
import { mapThrough, partOf, type MappedBytes } from '../../../text/mapped.ts';
import type { Candidate } from './candidates.ts';
import { findInside, likeness } from './signature.ts';

const asBytes = (mapped: MappedBytes): Candidate => ({ span: mapped.span, form: 'bytes', mapped });

/** The token in `mapped`, at its start or further inside. */
export function tokenIn(mapped: MappedBytes): Candidate | undefined {
  const start = likeness(mapped.bytes) === 'certain' ? 0 : findInside(mapped.bytes);
  return start < 0 ? undefined : asBytes(partOf(mapped, start));
}

/** Bytes that show whether they are text, or base64 again. */
const HEAD = 48;

/** The token in `mapped` when its bytes are base64 of a token, as when it was encoded twice. */
export function encodedTwice(mapped: MappedBytes): Candidate | undefined {
  const { bytes } = mapped;
  if (bytes.length < 12 || !bytes.subarray(0, HEAD).every(isBase64Text)) return undefined;
  const text = latin1(bytes);
  const inner = decodeBase64(text, { start: 0, end: text.length });
  return likeness(inner.bytes) === 'certain' ? asBytes(mapThrough(mapped, inner)) : undefined;
}

const isBase64Text = (code: number) => isBase64Digit(code) || code === 0x3d || code === 0x0a;

/** The bytes as a text of one character each, when they are printable; undefined when they are not. */
export function printedBy({ bytes }: MappedBytes): string | undefined {
  const isPrinted = bytes
    .subarray(0, HEAD)
    .every((code) => (code >= 0x20 && code < 0x7f) || (code >= 0x09 && code <= 0x0d));
  return isPrinted ? latin1(bytes) : undefined;
}

const LATIN_1 = new TextDecoder('latin1');
const latin1 = (bytes: Uint8Array) => LATIN_1.decode(bytes);
