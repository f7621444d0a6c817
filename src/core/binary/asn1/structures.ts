/** Readers of SEQUENCEs whose members carry EXPLICIT context tags, the only kind Kerberos and SPNEGO use. */
import { addGroup, addRest } from '../source.ts';
import { anything } from './anything.ts';
import { inside, take, type Place, type Read } from './place.ts';

/** Members of a SEQUENCE by context tag number. */
export type Members<T> = Readonly<Record<number, Read<T>>>;

const CONTEXT = 0x80;
const UNIVERSAL_SEQUENCE = 0x30;

/** Puts away what an element holds behind the last field read in it. */
function finish(place: Place, end: number, first: number): void {
  const reached = place.out.at(-1)?.bytes?.end ?? first;
  addRest(place.source, place.out, reached, end, 'Bytes after the end of the value.');
}

/** The members themselves, from `start` to `limit`; a tag without a member is read as it is. */
export function readMembers<T>(place: Place, members: Members<T>, into: T): void {
  const { source, limit } = place;
  let { start } = place;
  while (start < limit && start < source.bytes.length) {
    const identifier = source.bytes[start] ?? 0;
    const known =
      identifier >= CONTEXT && identifier < 0xc0 ? members[identifier & 0x1f] : undefined;
    if (!known) {
      start = anything()({ ...place, start }, undefined);
      continue;
    }
    const wrapper = take({ ...place, start });
    if (!wrapper) break;
    if (wrapper.content < wrapper.end) known(inside(place, wrapper), into);
    finish(place, wrapper.end, wrapper.content);
    start = wrapper.end;
  }
  finish(place, limit, place.start);
}

/** A SEQUENCE with members, its fields appended where it stands. */
export function members<T>(table: Members<T>): Read<T> {
  return (place, into) => {
    if (place.source.bytes[place.start] !== UNIVERSAL_SEQUENCE) return anything<T>()(place, into);
    const element = take(place);
    if (!element) return place.limit;
    readMembers(inside(place, element), table, into);
    return element.end;
  };
}

/** A field `name` around whatever `read` reads. */
export function named<T>(name: string, read: Read<T>): Read<T> {
  return (place, into) =>
    addGroup(place.source, place.out, name, place.start, (children) =>
      read({ ...place, out: children }, into),
    );
}

/** A SEQUENCE with members, as a field of its own. */
export function sequence<T>(name: string, table: Members<T>): Read<T> {
  return named(name, members(table));
}

/** A SEQUENCE OF, as a field of its own; `item` reads one after the other. */
export function sequenceOf<T>(name: string, item: Read<T>): Read<T> {
  return named(name, (place, into) => {
    if (place.source.bytes[place.start] !== UNIVERSAL_SEQUENCE) return anything<T>()(place, into);
    const element = take(place);
    if (!element) return place.limit;
    const items = inside(place, element);
    let { start } = items;
    while (start < items.limit && start < place.source.bytes.length) {
      start = item({ ...items, start }, into);
    }
    finish(items, element.end, element.content);
    return element.end;
  });
}

/** An element with one fixed tag around one value, such as `[APPLICATION 14]`. */
export function wrapped<T>(read: Read<T>): Read<T> {
  return (place, into) => {
    const element = take(place);
    if (!element) return place.limit;
    if (element.content < element.end) read(inside(place, element), into);
    finish(place, element.end, element.content);
    return element.end;
  };
}
