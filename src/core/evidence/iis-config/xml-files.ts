/**
 * XML -> files, locations and sections. Elements that surround a section may be missing; a name that
 * other XML has too (`identity`, `authorization`) counts only with the attributes that IIS gives it.
 */
import type { Span } from '../../facts/span.ts';
import type { XmlElement } from '../../text/xml.ts';
import { attribute, type File, type Node, type Section, valueOf } from './section.ts';

/** Elements that may surround a section, and are explained with it. */
const AROUND =
  /^(?:configuration|location|system\.\w+|security|authentication|authorization|configSections|sectionGroup|applicationPools|sites|requestFiltering|config)$/i;

const AUTHENTICATION =
  /^(?:windows|anonymous|basic|digest|clientCertificateMapping|iisClientCertificateMapping)Authentication$/i;

const SITE_PART = /^(?:application|bindings)$/i;

const has = (node: Node, name: string) => attribute(node, name) !== undefined;
const some = (node: Node, name: string) => node.children.some((one) => has(one, name));

/** What makes an element a section, besides its name. */
const SECTIONS: Readonly<Record<string, (node: Node) => boolean>> = {
  identity: (node) => has(node, 'impersonate'),
  authentication: (node) => /^(?:windows|forms|passport|none)$/i.test(valueOf(node, 'mode') ?? ''),
  authorization: (node) =>
    node.children.some(
      (one) => has(one, 'accessType') || (/^(?:allow|deny)$/i.test(one.name) && isWho(one)),
    ),
  aspnetcore: (node) => has(node, 'processPath') || has(node, 'forwardWindowsAuthToken'),
  ipsecurity: (node) => has(node, 'allowUnlisted') || some(node, 'allowed'),
  headerlimits: (node) => some(node, 'sizeLimit'),
  validation: (node) => has(node, 'validateIntegratedModeConfiguration'),
  section: (node) => has(node, 'overrideModeDefault'),
  applicationpooldefaults: (node) => node.children.length > 0,
  processmodel: (node) => has(node, 'identityType'),
  site: (node) => has(node, 'name') && node.children.some(({ name }) => SITE_PART.test(name)),
  applicationdefaults: (node) => has(node, 'applicationPool'),
};

function isWho(node: Node): boolean {
  return ['users', 'roles', 'verbs'].some((name) => has(node, name));
}

/** The name of the section that an element is; undefined for all others. */
export function sectionName(node: Node, parent?: Node): string | undefined {
  const { name } = node;
  if (AUTHENTICATION.test(name)) return isSectionEntry(node) ? undefined : name;
  if (/^add$/i.test(name) && isPool(node, parent)) return 'pool';
  return SECTIONS[name.toLowerCase()]?.(node) ? name : undefined;
}

/** `<add name="windowsAuthentication" .../>` declares a section and is none; so does an empty tag. */
function isSectionEntry(node: Node): boolean {
  return has(node, 'type') && has(node, 'name');
}

function isPool(node: Node, parent?: Node): boolean {
  if (!has(node, 'name')) return false;
  return (
    /^applicationPools$/i.test(parent?.name ?? '') ||
    node.children.some((one) => /^processModel$/i.test(one.name)) ||
    has(node, 'managedPipelineMode')
  );
}

/** Every file in the XML, and the ranges that they explain. */
export function xmlFiles(
  roots: readonly XmlElement[],
  locationBefore: (at: number) => string | undefined,
): { files: File[]; claimed: Span[] } {
  const files: File[] = [];
  const claimed = new Set<Span>();
  // What the levels of the last file state, to tell where a fragment of another one begins.
  let stated = new Set<string>();
  for (const root of roots) {
    for (const part of parted(root)) {
      const { sections, around } = sectionsIn(part);
      if (sections.length === 0) continue;
      around.forEach((span) => claimed.add(span));
      const kind = kindOf(part);
      const location = locationBefore(part.at.start);
      const keys = sections.filter(({ name }) => name.includes('auth')).map(keyOf);
      const last = files.at(-1);
      const goesOn =
        kind === undefined && location === undefined && last && last.kind === undefined;
      if (goesOn && !keys.some((key) => stated.has(key))) {
        for (const section of sections) last.sections.push(section);
      } else {
        stated = new Set();
        files.push({
          ...(kind && { kind }),
          ...(location !== undefined && { location }),
          sections,
        });
      }
      for (const key of keys) stated.add(key);
    }
  }
  return { files, claimed: [...claimed] };
}

const keyOf = ({ name, path }: Section): string => `${name}|${path}`;

/** A root's `<configuration>` elements, wherever they are; the root itself when there are none. */
function parted(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const look = (one: XmlElement) => {
    if (/^configuration$/i.test(one.name)) found.push(one);
    else one.children.forEach(look);
  };
  look(root);
  return found.length > 0 ? found : [root];
}

function kindOf({ name, children }: XmlElement): File['kind'] {
  if (!/^configuration$/i.test(name)) return undefined;
  const names = children.map((child) => child.name.toLowerCase());
  if (names.includes('system.applicationhost')) return 'applicationHost.config';
  return names.includes('system.webserver') || names.includes('system.web')
    ? 'web.config'
    : undefined;
}

function sectionsIn(root: XmlElement): { sections: Section[]; around: Span[] } {
  const sections: Section[] = [];
  const around: Span[] = [];
  const look = (one: XmlElement, path: string): void => {
    const inside = isLocation(one) ? join(path, valueOf(one, 'path') ?? '') : path;
    const isLock = isLocation(one) && has(one, 'overrideMode');
    const name = isLock ? 'location' : sectionName(one, one.parent);
    if (name !== undefined) {
      sections.push({ name: name.toLowerCase(), path: inside, node: one });
      around.push(whole(one));
    }
    for (const child of one.children) look(child, inside);
  };
  look(root, '');
  return { sections, around };
}

function isLocation({ name }: Node): boolean {
  return /^location$/i.test(name);
}

/** `<location path=".">` and `path=""` are the level of the file itself. */
function join(outer: string, path: string): string {
  const own = path.trim().replace(/^[./\\]+$|\/+$/g, '');
  return outer !== '' && own !== '' ? `${outer}/${own}` : own || outer;
}

/** The outermost element around a section that is configuration of IIS. */
function whole(one: XmlElement): Span {
  let { at } = one;
  for (let outer = one.parent; outer; outer = outer.parent) {
    if (AROUND.test(outer.name)) ({ at } = outer);
  }
  return at;
}
