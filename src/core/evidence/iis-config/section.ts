/**
 * The sections of IIS configuration that say who may sign in and how, by the file and the location
 * that they are in. XML, listings and what appcmd prints all come down to these.
 */
import type { Span } from '../../facts/span.ts';
import type { XmlAttribute, XmlElement } from '../../text/xml.ts';

/** An element as XML has it, or as a listing shows it. */
export type Node = Pick<XmlElement, 'name' | 'at' | 'attributes'> & {
  readonly children: readonly Node[];
};

export interface Section {
  readonly name: string;
  /** Path of the `<location>` in its file; '' for the file's own level. */
  readonly path: string;
  readonly node: Node;
}

/** One configuration file, or a fragment that may be of any. */
export interface File {
  readonly kind?: 'applicationHost.config' | 'web.config';
  /** The location that the file's own level is for, where the evidence says so. */
  readonly location?: string;
  readonly sections: Section[];
}

/** The attribute, whatever the case of its name; the first of two. */
export function attribute(node: Node | undefined, name: string): XmlAttribute | undefined {
  return node?.attributes.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

export function valueOf(node: Node | undefined, name: string): string | undefined {
  return attribute(node, name)?.value.trim();
}

/** `True`, `true` and `1` are true; undefined where the attribute is absent. */
export function booleanOf(node: Node | undefined, name: string): boolean | undefined {
  const value = valueOf(node, name);
  return value === undefined ? undefined : /^(?:true|1)$/i.test(value);
}

export function childrenOf(node: Node | undefined, name: string): readonly Node[] {
  return (node?.children ?? []).filter((one) => one.name.toLowerCase() === name.toLowerCase());
}

/** `a, b` -> `['a', 'b']` */
export function listOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Where the location of a section is, in the words of a fact: absent when nobody knows. */
export function locationOf(file: File, path: string): { location?: string } {
  const own = file.location ?? (file.kind === 'applicationHost.config' ? '' : undefined);
  if (path === '') return own === undefined ? {} : { location: own };
  return { location: own ? `${own}/${path}` : path };
}

/** The place of the attribute, or that of the element's beginning. */
export function placeOf(node: Node, name: string): Span {
  return attribute(node, name)?.at ?? node.at;
}
