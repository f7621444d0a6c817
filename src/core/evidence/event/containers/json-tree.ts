/** JSON as objects with places; of a piece that is cut anywhere, what can be told. */
import { jsonTokens } from '../../../text/json.ts';
import type { Value } from '../record.ts';

export interface JsonNode {
  /** Name under which it stands in its parent. */
  readonly name: string;
  readonly parent: JsonNode | undefined;
  /** True for a list, false for an object. */
  readonly isList: boolean;
  /** The outermost object around it that is in no other one, or in a list; absent where it is one itself. */
  readonly document: JsonNode | undefined;
  readonly pairs: (Value & { readonly name: string })[];
  readonly children: JsonNode[];
}

/** The outermost node; what stands outside of every object is its own. */
export function jsonTree(text: string): JsonNode {
  const root = node('', undefined, true);
  let open = root;
  for (const token of jsonTokens(text)) {
    if (token.kind === 'open') {
      const next = node(token.name, open, token.list);
      open.children.push(next);
      open = next;
    } else if (token.kind === 'close') {
      // A piece may close what it does not open.
      if (open.parent && open.isList === token.list) open = open.parent;
    } else {
      const { name, value, start, end } = token;
      open.pairs.push({ name, text: value, at: { start, end } });
    }
  }
  return root;
}

function node(name: string, parent: JsonNode | undefined, isList: boolean): JsonNode {
  const own = { name, parent, isList, pairs: [], children: [] };
  return { ...own, document: parent?.isList === false ? (parent.document ?? parent) : undefined };
}

/** The nodes below one, itself first; none below and none of those that are `others`. */
export function* nodesOf(top: JsonNode, others?: ReadonlySet<JsonNode>): Generator<JsonNode> {
  const left = [top];
  for (let next = left.pop(); next; next = left.pop()) {
    if (next !== top && others?.has(next)) continue;
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) left.push(child);
    }
  }
}
