/** A decoded token as lines: what its golden file holds. */
import type { Field } from '../../../contract/decoded.ts';
import type { DecodedToken } from '../decode/decode.ts';

export const TREES_FOLDER = new URL('../../../../../tests/fixtures/tokens/trees/', import.meta.url);

function linesOf(fields: readonly Field[], indent: string): string[] {
  return fields.flatMap(({ name, value, bytes, cut, children }) => {
    const range = `${bytes?.start ?? '?'}-${bytes?.end ?? '?'}`;
    const shown = value === undefined ? '' : ` = ${value}`;
    const line = `${indent}${name}${shown} [${range}]${cut ? ' cut' : ''}`;
    return [line, ...linesOf(children ?? [], `${indent}  `)];
  });
}

/** Layers, problems, then every field with value and byte range; sentences are left out. */
export function treeText({ token, problems }: DecodedToken): string {
  const head = [token.layers.join(' > '), ...problems.map(({ message }) => `! ${message}`)];
  return [...head, ...linesOf(token.fields, ''), ''].join('\n');
}
