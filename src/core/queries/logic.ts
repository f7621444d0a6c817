/** Conditions joined by and, or and not, as data; an engine writes them in its own language. */

export type Logic<Leaf> =
  | Leaf
  | { readonly all: readonly Logic<Leaf>[] }
  | { readonly any: readonly Logic<Leaf>[] }
  | { readonly not: Logic<Leaf> };

/** The words that join conditions in one language. */
export interface Joints {
  readonly and: string;
  readonly or: string;
  readonly not: string;
}

/** The condition in that language; `leaf` writes what joins nothing. */
export function joined<Leaf extends object>(
  logic: Logic<Leaf>,
  joints: Joints,
  leaf: (leaf: Leaf) => string,
): string {
  if ('not' in logic) return `${joints.not} (${joined(logic.not, joints, leaf)})`;
  if (!isList(logic)) return leaf(logic);
  const [parts, word] = 'all' in logic ? [logic.all, joints.and] : [logic.any, joints.or];
  const texts = parts.map((part) => {
    const text = joined(part, joints, leaf);
    return isList(part) && parts.length > 1 ? `(${text})` : text;
  });
  return texts.join(` ${word} `);
}

/** What a condition is made of. */
export function leavesOf<Leaf extends object>(logic: Logic<Leaf>): readonly Leaf[] {
  if ('not' in logic) return leavesOf(logic.not);
  if (!isList(logic)) return [logic];
  return ('all' in logic ? logic.all : logic.any).flatMap((part) => leavesOf(part));
}

type List<Leaf> =
  { readonly all: readonly Logic<Leaf>[] } | { readonly any: readonly Logic<Leaf>[] };

const isList = <Leaf extends object>(logic: Logic<Leaf>): logic is List<Leaf> =>
  'all' in logic || 'any' in logic;
