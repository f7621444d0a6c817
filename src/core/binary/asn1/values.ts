/**
 * Readers of single values. Each takes the name the value has in its specification and, when the
 * value is wanted elsewhere too, where to put it. A number that is not all there is not shown, a
 * text is shown as far as it goes.
 */
import { addGroup, addLeaf, addProblem, addRest, previewHex } from '../source.ts';
import { anything } from './anything.ts';
import { inside, isWhole, take, type Place, type Read } from './place.ts';
import { bitsOf, integerOf, oidOf, textOf, timeOf } from './primitives.ts';
import type { Element } from './tlv.ts';

/** How a value is shown, when not as it is. */
export interface Shown {
  value?: string;
  label?: string;
  meaning?: string;
}

/** What one primitive element holds: undefined when it does not hold what its type asks for. */
type Decode = (place: Place, element: Element) => Shown | undefined;

/**
 * A reader of one primitive element. An element that is constructed where a primitive belongs is
 * read as what it is, so that nothing is lost on a sender's mistake.
 */
function primitive<T>(name: string, decode: (into: T) => Decode): Read<T> {
  return (place, into) => {
    const element = take(place);
    if (!element) return place.limit;
    const { source, out, depth } = place;
    const { content, end } = element;
    if (element.constructed) {
      anything(name)({ source, start: content, limit: end, depth: depth + 1, out }, undefined);
      addRest(source, out, out.at(-1)?.bytes?.end ?? content, end, 'Bytes after the value.');
      return end;
    }
    const shown = decode(into)(place, element);
    if (!shown) {
      addProblem(source, `The value of ${name} at byte ${content} is damaged.`, content, end);
      addLeaf(source, out, name, content, end, previewHex(source.bytes, content, end));
    } else {
      addLeaf(source, out, name, content, end, shown.value, shown.meaning, shown.label);
    }
    return end;
  };
}

/** INTEGER or ENUMERATED. */
export function integer<T>(
  name: string,
  set?: (into: T, value: number) => void,
  show?: (value: number) => Shown,
): Read<T> {
  return primitive(name, (into) => (place, element) => {
    if (!isWhole(place, element)) return element.overlong ? undefined : {};
    const value = integerOf(place.source.bytes, element.content, element.end);
    if (value === undefined) return undefined;
    if (typeof value === 'string') return { value };
    set?.(into, value);
    return { value: String(value), ...show?.(value) };
  });
}

/** Any of the text types. */
export function text<T>(
  name: string,
  set?: (into: T, value: string) => void,
  meaning?: string,
): Read<T> {
  return primitive(name, (into) => ({ source: { bytes } }, element) => {
    const cut = element.end > bytes.length;
    if (cut && element.content >= bytes.length) return {};
    const value = textOf(bytes, element.content, Math.min(element.end, bytes.length), cut);
    set?.(into, value);
    return meaning === undefined ? { value } : { value, meaning };
  });
}

/** OBJECT IDENTIFIER. */
export function oid<T>(
  name: string,
  set: (into: T, value: string) => void,
  show: (value: string) => Shown,
): Read<T> {
  return primitive(name, (into) => (place, element) => {
    if (!isWhole(place, element)) return element.overlong ? undefined : {};
    const value = oidOf(place.source.bytes, element.content, element.end);
    if (value === undefined) return undefined;
    set(into, value);
    return { value, ...show(value) };
  });
}

/** GeneralizedTime. */
export function time<T>(name: string, set?: (into: T, iso: string) => void): Read<T> {
  return primitive(name, (into) => (place, element) => {
    if (!isWhole(place, element)) return element.overlong ? undefined : {};
    const value = timeOf(place.source.bytes, element.content, element.end);
    if (value === undefined) return undefined;
    set?.(into, value);
    return { value };
  });
}

/** BIT STRING of flags; only its first 32 bits count. */
export function bits<T>(
  name: string,
  set: ((into: T, value: number) => void) | undefined,
  show: (value: number) => Shown,
): Read<T> {
  return primitive(name, (into) => (place, element) => {
    if (!isWhole(place, element)) return element.overlong ? undefined : {};
    const value = bitsOf(place.source.bytes, element.content, element.end);
    if (value === undefined) return undefined;
    set?.(into, value);
    return show(value);
  });
}

/** OCTET STRING whose bytes nobody can read without a key, or that have no structure. */
export function octets<T>(
  name: string,
  set?: (into: T, bytes: Uint8Array, length: number) => void,
  meaning?: string,
): Read<T> {
  return primitive(name, (into) => (place, element) => {
    const { bytes } = place.source;
    const { content, end } = element;
    if (isWhole(place, element)) set?.(into, bytes.subarray(content, end), end - content);
    const value = previewHex(bytes, content, end);
    return meaning === undefined ? { value } : { value, meaning };
  });
}

/** OCTET STRING that holds a message: its fields become a field of their own, named `name`. */
export function holding<T>(name: string, read: (place: Place, into: T) => void): Read<T> {
  return (place, into) => {
    const element = take(place);
    if (!element) return place.limit;
    const { source, out } = place;
    return addGroup(source, out, name, element.content, (children) => {
      if (element.content < element.end) read(inside(place, element, children), into);
      const reached = children.at(-1)?.bytes?.end ?? element.content;
      addRest(source, children, reached, element.end, 'Not a message that is known here.');
      return element.end;
    });
  };
}
