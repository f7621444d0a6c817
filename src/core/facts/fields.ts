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
