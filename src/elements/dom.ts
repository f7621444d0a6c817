/**
 * Builds elements. Text only ever becomes a text node, so nothing pasted can become markup, and
 * characters that would hide in it or turn it around become visible.
 */
import { pageText } from '../core/index.ts';

type Child = Node | string | undefined | false;

/** Attributes by name; `undefined` and `false` leave the attribute out, `true` sets it empty. */
type Attributes = Record<string, string | number | boolean | undefined>;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) {
    if (child !== undefined && child !== false) {
      element.append(typeof child === 'string' ? pageText(child) : child);
    }
  }
  return element;
}

/** The element of that selector and kind; a page without it is a programmer's mistake. */
export function part<T extends Element>(
  root: ParentNode,
  selector: string,
  kind: abstract new () => T,
): T {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} ${selector}.`);
  return found;
}
