/** Puts the guide together as one HTML file that opens from a disk and asks for no other file. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pagesOf, type PageForFile } from './pages.ts';
import { scripts } from './scripts.ts';

/** `site`: the folder of the built site; `base`: the path that it was built for. */
export async function oneFile(site: string, base: string): Promise<string> {
  const { page, worker, styles: late } = await scripts();
  const pages = pagesOf(site, base);
  const home = pages.find(({ path }) => path === '/');
  if (!home) throw new Error('The site has no first page.');
  const theme = readFileSync(`${site}theme.js`, 'utf8');
  const styles = [...builtStyles(site, pages), ...late].map(
    ([name, css]) => [name, withoutFonts(css).replaceAll(':target', '.is-target')] as const,
  );
  const fonts = fontFaces(site);
  const script = page.replaceAll('</script', '<\\/script');
  const policy = policyOf([theme, script], [fonts, ...styles.map(([, css]) => css)]);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(home.title)}</title>`,
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<link rel="icon" href="${dataUrl(`${site}favicon.svg`, 'image/svg+xml')}">`,
    `<script>${theme}</script>`,
    `<style>${fonts}</style>`,
    // Those of the first page are used until the script says which.
    ...styles.map(
      ([name, css]) =>
        `<style data-sheet="${name}"${home.styles.includes(name) ? '' : ' media="not all"'}>${css}</style>`,
    ),
    '</head>',
    '<body>',
    '<a class="skip visually-hidden" href="#main">Skip to the content</a>',
    '<a class="skip visually-hidden" data-skip-to="verdict" hidden>Skip to the verdict</a>',
    home.frame.header,
    '<main id="main" tabindex="-1"><div id="home"></div><div id="page" hidden></div></main>',
    home.frame.footer,
    '<noscript><p>This file shows its pages with JavaScript, which is switched off.</p></noscript>',
    ...pages.map(template),
    ...samples(site),
    `<script type="text/plain" id="worker">${worker.replaceAll('</script', '<\\/script')}</script>`,
    `<script type="module">${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function template({ path, title, styles, keywords, group, html }: PageForFile): string {
  const data = { path, title, styles: styles.join(' '), keywords, group };
  const attributes = Object.entries(data).map(
    ([name, value]) => `data-${name}="${escaped(value)}"`,
  );
  return `<template ${attributes.join(' ')}>${html}</template>`;
}

function samples(site: string): string[] {
  return globSync('samples/*.txt', { cwd: site }).map((file) => {
    const text = readFileSync(site + file, 'utf8');
    if (/<\/script/i.test(text)) throw new Error(`${file} cannot lie in a page.`);
    return `<script type="text/plain" data-sample-text="${basename(file, '.txt')}">${text}</script>`;
  });
}

function builtStyles(site: string, pages: readonly PageForFile[]): Map<string, string> {
  const names = new Set(pages.flatMap(({ styles }) => styles));
  return new Map([...names].map((name) => [name, readFileSync(`${site}_astro/${name}`, 'utf8')]));
}

const FONT_FACE = /@font-face\s*\{[^}]*\}/g;

const withoutFonts = (css: string) => css.replace(FONT_FACE, '');

/** The faces that every style sheet has, once, with the fonts themselves. */
function fontFaces(site: string): string {
  const sheets = globSync('_astro/*.css', { cwd: site }).map((file) =>
    readFileSync(site + file, 'utf8'),
  );
  const faces = new Set(sheets.flatMap((css) => css.match(FONT_FACE) ?? []));
  return [...faces]
    .join('')
    .replace(/url\(['"]?[^)]*?(_astro\/[^)'"]+)['"]?\)/g, (_, file: string) => {
      return `url(${dataUrl(site + file, 'font/woff2')})`;
    });
}

function dataUrl(file: string, type: string): string {
  return `data:${type};base64,${readFileSync(file).toString('base64')}`;
}

/** Nothing may be loaded, and nothing runs but what is named here by its hash. */
function policyOf(scripts: readonly string[], styles: readonly string[]): string {
  const hashes = (texts: readonly string[]) =>
    texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
  return [
    "default-src 'none'",
    `script-src ${hashes(scripts)} 'wasm-unsafe-eval'`,
    `style-src ${hashes(styles)}`,
    'worker-src blob:',
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
