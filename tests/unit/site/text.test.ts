/** What an article says has words a reader can follow: links that say where, no bare abbreviation. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { ARTICLE_FILES } from './content.ts';
import { KNOWN_ABBREVIATIONS } from './known-abbreviations.ts';
import { linkTexts, proseOf } from './prose.ts';

const BARE = /^(?:click )?(?:here|this|this (?:page|article|link)|link|more|read more|see)$/i;

const GLOSSARY = parse(readFileSync('content/glossary.yaml', 'utf8')) as {
  term: string;
  expansion?: string;
}[];
const KNOWN = new Set([
  ...KNOWN_ABBREVIATIONS,
  ...GLOSSARY.flatMap(
    ({ term, expansion = '' }) => `${term} ${expansion}`.match(/[A-Z][A-Z\d]+/g) ?? [],
  ),
]);
/** `KDC`, `SPNs`; no part of a path, a constant or a name with a hyphen before it. */
const ABBREVIATION = /(?<![\w\\/$%.-])([A-Z]{2}[A-Z\d]*)s?(?![\w\\])/g;

/** Abbreviations that the prose neither explains nor may take for known. */
export function unexplained(prose: string): string[] {
  const used = new Set([...prose.matchAll(ABBREVIATION)].map(([, name = '']) => name));
  // `AES256` is a kind of AES, `KB5065426` a KB.
  const isKnown = (name: string) => KNOWN.has(name) || KNOWN.has(name.replace(/\d+$/, ''));
  return [...used].filter((name) => !isKnown(name) && !isExplained(prose, name));
}

/** `Internet Server API (ISAPI)`, `... Discovery, WPAD)` or `ISAPI filter (Internet Server API)`. */
function isExplained(prose: string, name: string): boolean {
  return (
    new RegExp(`[a-z][\\w -]+[,(] ?\\(?${name}s?[),]`).test(prose) ||
    new RegExp(`\\b${name}s?\\b[^.()]{0,30}\\([A-Za-z]`).test(prose)
  );
}

for (const article of ARTICLE_FILES) {
  test(`${article.slug}: every link says where it leads`, () => {
    assert.deepEqual(
      linkTexts(article).filter((text) => BARE.test(text.trim())),
      [],
    );
  });

  test(`${article.slug}: every abbreviation is known, in the glossary, or explained`, () => {
    assert.deepEqual(unexplained(proseOf(article)), []);
  });
}

const ROWS: readonly (readonly [prose: string, unexplained: readonly string[]])[] = [
  ['The XYZ says no.', ['XYZ']],
  ['The XYZ (example of three letters) says no. XYZs do.', []],
  ['The example of three letters (XYZ) says no.', []],
  ['Kerberos asks the KDC, and IIS waits.', []],
  ['KRB_AP_ERR_MODIFIED, C:\\XYZ and a-XYZ are names.', []],
];

for (const [prose, expected] of ROWS) {
  test(`"${prose}" leaves ${expected.join(', ') || 'nothing'} unexplained`, () => {
    assert.deepEqual(unexplained(prose), expected);
  });
}
