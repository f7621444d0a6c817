/**
 * Where a reader of ASN.1 stands, and the two things all readers do there: take an element's header,
 * and put away what nothing else has read.
 */
import { FRAMING } from '../../facts/fields.ts';
import { addLeaf, addProblem, addRest, countNode, type Source } from '../source.ts';
import type { Field } from '../../contract/decoded.ts';
import { ASN1_DEPTH } from '../../limits.ts';
import { typeOf } from './tag-names.ts';
import { readElement, type Element } from './tlv.ts';

export interface Place {
  readonly source: Source;
  readonly start: number;
  /** Where the element around this one ends by its own length; Infinity for the outermost. */
  readonly limit: number;
  readonly depth: number;
  /** Fields of the element around this one. */
  readonly out: Field[];
}

/** Reads one element and appends its fields; returns where it ends by its own length. */
export type Read<T> = (place: Place, into: T) => number;

/**
 * The element at `place`, its header appended as a leaf. Undefined when there is none: cut, damaged,
 * too deep or too many; then everything up to the limit has been put away.
 */
export function take({ source, start, limit, depth, out }: Place): Element | undefined {
  const { bytes } = source;
  if (start >= bytes.length) return undefined;
  const tooDeep = depth > ASN1_DEPTH;
  if (tooDeep || !countNode(source)) {
    addRest(source, out, start, limit, 'Not read: too many or too deeply nested elements.');
    if (tooDeep)
      addProblem(source, `Elements nested deeper than ${ASN1_DEPTH} levels.`, start, limit);
    return undefined;
  }
  const element = readElement(bytes, start, limit);
  if (element === 'cut') {
    addLeaf(source, out, FRAMING, start, bytes.length + 1);
    return undefined;
  }
  if (element === 'damaged') {
    addProblem(source, `No readable ASN.1 element at byte ${start}: damaged bytes.`, start, limit);
    addRest(source, out, start, limit, 'Not readable as ASN.1.');
    return undefined;
  }
  if (element.overlong) {
    const room = `only ${limit - element.content} bytes are left in the field around it`;
    addProblem(
      source,
      `The length at byte ${start} is too large: ${room}.`,
      start,
      element.content,
    );
  }
  addLeaf(source, out, FRAMING, start, element.content, undefined, typeOf(element));
  return element;
}

/** The place of an element's contents, their fields going to `out`. */
export function inside(place: Place, element: Element, out: Field[] = place.out): Place {
  return {
    source: place.source,
    start: element.content,
    limit: element.end,
    depth: place.depth + 1,
    out,
  };
}

/** True when the contents are all there and no damage has shortened them. */
export function isWhole({ source }: Place, element: Element): boolean {
  return element.end <= source.bytes.length && !element.overlong;
}
