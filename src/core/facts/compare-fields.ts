/**
 * Two trees of fields side by side, aligned by path: a field has the same place in both when it has
 * the same name, is the same one of its name, and lies in fields of which that is true.
 */
import type { Field } from '../contract/decoded.ts';

/** A place of the two trees. */
export interface ComparedField {
  readonly name: string;
  /** Depth; the outermost fields have 1. */
  readonly level: number;
  readonly first?: Field;
  readonly second?: Field;
  readonly state: 'same' | 'different' | 'only-first' | 'only-second';
}

/**
 * The places of both trees, in the order of the first; what only the second has comes after the
 * field that it follows there. A field that holds others is compared by its own value alone.
 */
export function compareFields(
  first: readonly Field[],
  second: readonly Field[],
  level = 1,
): ComparedField[] {
  const others = keyed(second);
  const own = keyed(first);
  const rows: ComparedField[] = [];
  let at = 0;
  const entries = [...others];
  /** What only the second tree has, up to the field that both have. */
  const addOnlySecond = (key?: string) => {
    for (; at < entries.length; at++) {
      const [name, field] = entries[at] ?? [];
      if (name === undefined || !field || name === key) break;
      if (!own.has(name)) rows.push(...onlyIn('only-second', field, level));
    }
  };
  for (const [key, field] of own) {
    const other = others.get(key);
    if (!other) {
      rows.push(...onlyIn('only-first', field, level));
      continue;
    }
    addOnlySecond(key);
    const state = isSame(field, other) ? 'same' : 'different';
    rows.push({ name: field.name, level, first: field, second: other, state });
    rows.push(...compareFields(field.children ?? [], other.children ?? [], level + 1));
  }
  addOnlySecond();
  return rows;
}

/** The fields by name and number: `mechType 2` is the second `mechType`. */
function keyed(fields: readonly Field[]): Map<string, Field> {
  const counts = new Map<string, number>();
  return new Map(
    fields.map((field) => {
      const count = (counts.get(field.name) ?? 0) + 1;
      counts.set(field.name, count);
      return [`${field.name} ${count}`, field];
    }),
  );
}

function isSame(one: Field, other: Field): boolean {
  return one.value === other.value && (one.cut ?? false) === (other.cut ?? false);
}

function onlyIn(state: 'only-first' | 'only-second', field: Field, level: number): ComparedField[] {
  const { name, children = [] } = field;
  const side = state === 'only-first' ? { first: field } : { second: field };
  const inside = children.flatMap((child) => onlyIn(state, child, level + 1));
  return [{ name, level, ...side, state }, ...inside];
}
