/** Sentences that are data of `content/`: `{count} {logon|logons} {by} {was|were} refused.` */

const PLACE = / ?\{(?:(\w{1,30})|([^{}|]{1,60})\|([^{}|]{1,60}))\}/g;

/**
 * The sentence with its places filled in. `{one|many}` is chosen by `count`, `{name}` is a value; an
 * empty or missing value takes the space before it along.
 */
export function sentenceOf(
  template: string,
  count: number,
  values: Readonly<Record<string, string | undefined>>,
): string {
  return template.replace(PLACE, (place: string, name?: string, one?: string, many?: string) => {
    const value = name === undefined ? (count === 1 ? one : many) : values[name];
    const space = place.startsWith(' ') ? ' ' : '';
    return value ? `${space}${value}` : '';
  });
}

/** Names of the values that a template uses, in order. */
export function valuesIn(template: string): string[] {
  return [...template.matchAll(PLACE)].flatMap(([, name]) => name ?? []);
}
