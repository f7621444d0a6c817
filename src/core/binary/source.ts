/**
 * The bytes of one token while they are being read, and the two ways to record what was found.
 *
 * A reader appends fields in byte order: leaves for bytes, groups around leaves. Together the leaves
 * cover every byte once; that is what lets a page mark the bytes of a field and the field of a byte.
 */
import type { Field, Problem } from '../contract/decoded.ts';
import { ASN1_NODES, TOKEN_PROBLEMS } from '../limits.ts';
import type { Span } from '../facts/span.ts';

export interface Source {
  readonly bytes: Uint8Array;
  /** Characters of the paste that spell a range of the bytes. */
  readonly at: (start: number, end: number) => Span;
  readonly problems: Problem[];
  /** Elements read so far, against `limits.ASN1_NODES`. */
  nodes: number;
}

export function openSource(bytes: Uint8Array, at: Source['at']): Source {
  return { bytes, at, problems: [], nodes: 0 };
}

/** Counts one more element; false when the token has more than the limit allows. */
export function countNode(source: Source): boolean {
  return ++source.nodes <= ASN1_NODES;
}

/**
 * Appends a leaf for the bytes `start` to `end`, as far as they are present; `end` beyond them makes
 * it a cut field. Appends nothing when not one of its bytes is there.
 */
export function addLeaf(
  source: Source,
  out: Field[],
  name: string,
  start: number,
  end: number,
  value?: string,
  meaning?: string,
  label?: string,
): void {
  const present = source.bytes.length;
  if (start > present || (start === present && end > start)) return;
  const last = Math.min(end, present);
  const field: Field = { name, at: source.at(start, last), bytes: { start, end: last } };
  if (value !== undefined) field.value = value;
  if (label !== undefined) field.label = label;
  if (meaning !== undefined) field.meaning = meaning;
  if (end > present) field.cut = true;
  out.push(field);
}

/**
 * Appends a field around `children`, which `fill` reads; returns what `fill` returns. When that is
 * where the field ends by its own length, and the bytes end before, the field is cut.
 */
export function addGroup<T>(
  source: Source,
  out: Field[],
  name: string,
  start: number,
  fill: (children: Field[], group: Field) => T,
): T {
  const children: Field[] = [];
  const group: Field = {
    name,
    at: source.at(start, start),
    bytes: { start, end: start },
    children,
  };
  out.push(group);
  const result = fill(children, group);
  const end = children.at(-1)?.bytes?.end ?? start;
  group.at = source.at(start, end);
  group.bytes = { start, end };
  const announced = typeof result === 'number' && Number.isFinite(result) ? result : end;
  if (announced > source.bytes.length || children.some((child) => child.cut)) group.cut = true;
  if (children.length === 0) out.pop();
  return result;
}

/** Reports that something in `start` to `end` is not as its specification has it. */
export function addProblem(source: Source, message: string, start: number, end: number): void {
  if (source.problems.length === TOKEN_PROBLEMS) return;
  const present = source.bytes.length;
  const at = source.at(Math.min(start, present), Math.min(end, present));
  source.problems.push({ message, at });
}

/** Bytes that no field claims: kept as a leaf, so that the fields still cover the token. */
export function addRest(
  source: Source,
  out: Field[],
  start: number,
  end: number,
  why: string,
): void {
  const last = Math.min(end, source.bytes.length);
  if (start >= last) return;
  // A head of unknown bytes may become a known message once more of it is there: no value then.
  const value = end === last ? previewHex(source.bytes, start, end) : undefined;
  addLeaf(source, out, 'unread bytes', start, last, value, why);
}

/** Bytes shown of an opaque value. */
const PREVIEW = 16;

/**
 * Hex of the first bytes of an opaque value and, when there are more, how many it has. A longer
 * prefix of the same token never shows less: the length is the announced one.
 */
export function previewHex(bytes: Uint8Array, start: number, end: number): string {
  const last = Math.min(end, start + PREVIEW, bytes.length);
  let hex = '';
  for (let index = start; index < last; index++) {
    hex += (bytes[index] ?? 0).toString(16).padStart(2, '0');
  }
  const whole = Number.isFinite(end) && end - start > PREVIEW && last - start === PREVIEW;
  return whole ? `${hex}… (${(end - start).toLocaleString('en-US')} bytes)` : hex;
}
