/** Fields as a person reads them. */
import type { Field } from '../contract/decoded.ts';

/** Name of the leaves that hold an ASN.1 element's identifier and length octets. */
export const FRAMING = 'tag and length';

/**
 * The field without the leaves that only frame a value: they tell a reader nothing, and the bytes
 * they stand for lie within their parent's.
 */
export function withoutFraming(field: Field): Field {
  if (!field.children) return field;
  const children = field.children.filter(({ name }) => name !== FRAMING);
  return { ...field, children: children.map(withoutFraming) };
}

/** The meaning without the label that it begins with, for where the label is told beside it. */
export function meaningBeside({ meaning, label }: Field): string | undefined {
  if (meaning === undefined || label === undefined || !meaning.startsWith(label)) return meaning;
  const rest = meaning.slice(label.length).replace(/^[:,.]? */, '');
  return rest === '' ? undefined : rest;
}
