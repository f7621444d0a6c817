/** The built pages as they lie in one file: links lead to fragments, styles are names. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import render from 'dom-serializer';
import { DomUtils, parseDocument } from 'htmlparser2';
import { keywordsOf } from '../../search/keywords.ts';
import { GROUPS } from '../../site/groups.ts';

type Document = ReturnType<typeof parseDocument>;
type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

export interface PageForFile {
  readonly path: string;
  readonly title: string;
  /** Names of built style sheets. */
  readonly styles: readonly string[];
  readonly keywords: string;
  /** Title of the group that an article belongs to; empty for other pages. */
  readonly group: string;
  /** What is within `<main>`. */
  readonly html: string;
  /** Header and footer of the page. */
  readonly frame: { readonly header: string; readonly footer: string };
}

/** Offers this file itself. */
const LEFT_OUT = ['download/index.html'];

/** All pages of a built site; `base` is the path that it was built for. */
export function pagesOf(site: string, base: string): PageForFile[] {
  return globSync('**/*.html', { cwd: site })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !LEFT_OUT.includes(file) && !file.startsWith('downloads/'))
    .sort()
    .map((file) => pageOf(`/${file.replace(/index\.html$/, '')}`, site + file, base));
}

function pageOf(path: string, file: string, base: string): PageForFile {
  const document = parseDocument(readFileSync(file, 'utf8'));
  const links = all(document, 'link').filter(({ attribs }) => attribs.rel === 'stylesheet');
  for (const element of DomUtils.findAll(() => true, document)) rewrite(element, path, base);
  // A component may bring its style sheet into the text.
  for (const loaded of [...all(document, 'script'), ...links]) DomUtils.removeElement(loaded);
  const keywords = keywordsOf(path);
  const group = GROUPS.find(({ id }) => path.startsWith(`/${id}/`))?.title ?? '';
  return {
    path,
    title: DomUtils.textContent(all(document, 'title')).trim(),
    styles: links.map(({ attribs }) => basename(attribs.href ?? '')),
    keywords: keywords === undefined ? '' : `${keywords.symptoms}. ${keywords.messages}`,
    group: keywords === undefined ? '' : group,
    html: inner(document, 'main'),
    frame: { header: outer(document, 'site-header'), footer: outer(document, 'site-footer') },
  };
}

/** Files beside the pages are on the server only, and so is what names the site's base. */
function rewrite(element: Element, path: string, base: string): void {
  const { attribs } = element;
  if (attribs['data-base'] !== undefined) attribs['data-base'] = '#/';
  const { href } = attribs;
  if (href === undefined || element.name === 'link') return;
  if (href.startsWith('#') && href !== '#main') attribs.href = `#${path}${href}`;
  if (!href.startsWith(base)) return;
  const target = href.slice(base.length - 1);
  if (/\.(?:md|txt|xml|html)$/.test(target) || target.startsWith('/download')) {
    DomUtils.removeElement(entryOf(element));
  } else attribs.href = `#${target}`;
}

/** A fact or a link of a list goes as a whole. */
function entryOf(element: Element): Element {
  const { parent } = element;
  const isFact = parent && 'name' in parent && parent.name === 'dd';
  return isFact && parent.parent && 'name' in parent.parent ? parent.parent : element;
}

function all(document: Document, name: string): Element[] {
  return DomUtils.getElementsByTagName(name, document);
}

function inner(document: Document, name: string): string {
  const [element] = all(document, name);
  if (!element) throw new Error(`A page has no <${name}>.`);
  return render(element.children);
}

function outer(document: Document, className: string): string {
  const [element] = DomUtils.getElementsByClassName(className, document);
  if (!element) throw new Error(`A page has no .${className}.`);
  return render(element);
}
