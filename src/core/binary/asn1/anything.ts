/**
 * Reads any ASN.1 without knowing what it is for: extensions, unknown context tags, private
 * structures. Types and values are shown, names are not known.
 */
import { addGroup, addLeaf, addRest, previewHex } from '../source.ts';
import { inside, take, type Place, type Read } from './place.ts';
import { integerOf, oidOf, textOf, timeOf } from './primitives.ts';
import { typeOf } from './tag-names.ts';
import type { Element } from './tlv.ts';

const TEXT_TYPES = new Set([12, 18, 19, 20, 22, 26, 27]);

/** The value of a primitive element as its universal type has it, else hex. */
function valueOf(
  { source: { bytes } }: Place,
  { tag, number, content, end }: Element,
): string | undefined {
  const present = Math.min(end, bytes.length);
  const whole = end <= bytes.length;
  if (tag < 0x40 && TEXT_TYPES.has(number)) return textOf(bytes, content, present, !whole);
  const decode = { 2: integerOf, 10: integerOf, 6: oidOf, 24: timeOf }[tag < 0x40 ? number : -1];
  if (!decode) return previewHex(bytes, content, end);
  const value = whole ? decode(bytes, content, end) : undefined;
  return value === undefined ? undefined : String(value);
}

/** A reader of whatever stands there; its fields are named after their ASN.1 types. */
export function anything<T>(name?: string): Read<T> {
  return (place) => {
    const element = readOne(place, name);
    return element?.end ?? place.limit;
  };
}

function readOne(place: Place, name: string | undefined): Element | undefined {
  const { source, out, start } = place;
  let element: Element | undefined;
  addGroup(source, out, name ?? 'element', start, (children, group) => {
    element = take({ ...place, out: children });
    if (!element) return;
    if (name === undefined) group.name = typeOf(element);
    if (element.constructed) readAll(inside(place, element, children));
    else {
      const { content, end } = element;
      addLeaf(source, children, 'value', content, end, valueOf(place, element));
    }
  });
  return element;
}

/** Every element from `start` to `limit`. */
export function readAll(place: Place): void {
  let { start } = place;
  while (start < place.limit && start < place.source.bytes.length) {
    const element = readOne({ ...place, start }, undefined);
    if (!element) break;
    start = element.end;
  }
  const reached = place.out.at(-1)?.bytes?.end ?? place.start;
  addRest(place.source, place.out, reached, place.limit, 'Not readable as ASN.1.');
}
