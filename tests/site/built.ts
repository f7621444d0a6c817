/** Reads the built files: which pages there are, what each one refers to, what it weighs. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DomUtils, parseDocument } from 'htmlparser2';
import type { Place } from './places.ts';

export type Document = ReturnType<typeof parseDocument>;

export interface BuiltPage {
  /** Site path without the base: `/kerberos/spn-duplicate/`, `/404.html`. */
  path: string;
  document: Document;
}

/** Paths of all built files, from the site's root: `/_astro/Page.css`. */
export function builtFiles({ dist }: Place): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll('\\', '/'));
}

/** All built pages, parsed; what is offered for download is none. */
export function builtPages(place: Place): BuiltPage[] {
  return builtFiles(place)
    .filter((file) => file.endsWith('.html') && !file.startsWith('/downloads/'))
    .map((file) => ({
      path: file.replace(/\/index\.html$/, '/'),
      document: parseDocument(read(place, file)),
    }));
}

/** Every element of a document with its tag name and attributes. */
export function elements(document: Document) {
  return DomUtils.findAll(() => true, document);
}

/** The file that answers a request for `pathname`, or undefined where the server says 404. */
export function fileFor({ base, dist }: Place, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const path = decodeURIComponent(pathname.slice(base.length - 1));
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const onDisk = join(dist, file);
  return existsSync(onDisk) && statSync(onDisk).isFile() ? file : undefined;
}

/**
 * The page and all styles and scripts it loads by itself, from the site's root. Scripts that a
 * script imports statically count, what it imports when it is needed does not.
 */
export function loadedBy(place: Place, page: BuiltPage): string[] {
  const found = new Set<string>();
  const take = (pathname: string) => {
    const file = fileFor(place, pathname);
    if (!file) throw new Error(`${page.path} loads ${pathname}, which is not built.`);
    if (found.has(file)) return;
    found.add(file);
    if (extname(file) !== '.js') return;
    for (const imported of staticImports(read(place, file))) {
      take(posix.join(posix.dirname(pathname), imported));
    }
  };
  take(place.base + page.path.slice(1));
  for (const { name, attribs } of elements(page.document)) {
    if (name === 'script' && attribs.src) take(attribs.src);
    const loads = /\b(stylesheet|modulepreload|preload)\b/.test(attribs.rel ?? '');
    const font = attribs.as === 'font';
    if (name === 'link' && loads && !font && attribs.href) take(attribs.href);
  }
  return [...found];
}

/** A script from the site's root with all that it imports statically. */
export function withImports(place: Place, file: string): string[] {
  const found = new Set<string>();
  const take = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const imported of staticImports(read(place, path))) {
      take(posix.join(posix.dirname(path), imported));
    }
  };
  take(file);
  return [...found];
}

/** Bytes of a built file, gzipped at level 9. */
export function gzipped(place: Place, file: string): number {
  return gzipSync(readFileSync(join(place.dist, file)), { level: 9 }).length;
}

export function read(place: Place, file: string): string {
  return readFileSync(join(place.dist, file), 'utf8');
}

function staticImports(script: string): string[] {
  const imports = /(?:^|[;\s}])(?:import|export)\s*(?:[\w*{}$,\s]+?from\s*)?["'](\.[^"']+)["']/g;
  return [...script.matchAll(imports)].flatMap(([, path]) => path ?? []);
}
