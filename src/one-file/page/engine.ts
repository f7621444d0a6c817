/**
 * In place of the site's own search, which loads an index: looks through the pages themselves. Words are
 * matched by their beginning; what a match counts depends on where it is, as on the site.
 */
import { matchesOf } from '../../elements/code-lookup/matches.ts';
import type { Engine, Hit } from '../../elements/site-search/engine.ts';
import { escapeHtml } from '../../elements/site-search/escape-html.ts';
import { type Asked, rank, type Scores } from '../../elements/site-search/rank.ts';
import { termsOf } from '../../elements/site-search/words.ts';
import { CODES_GROUP } from '../../site/groups.ts';
import { PAGES, type StoredPage } from './pages.ts';

/** What one match counts, by where it is. */
const WEIGHTS = { title: 20, keywords: 12, headings: 5, text: 1 } as const;
/** More of one word in a text tells nothing new. */
const MOST_IN_TEXT = 8;
const HITS = 12;
const CODES_SHOWN = 3;
/** UTF-16 code units around the first match. */
const BEFORE = 60;
const AFTER = 140;

interface Searched {
  readonly page: StoredPage;
  readonly parts: Readonly<Record<keyof typeof WEIGHTS, string>>;
}

let searched: readonly Searched[] | undefined;

/** There is nothing to load; the texts are taken from the pages with the first search. */
export function loadEngine(base: string): Promise<Engine> {
  searched ??= [...PAGES.values()].filter(({ group }) => group !== '').map(textsOf);
  const pages = searched;
  return Promise.resolve((query, group) => {
    const codes = group === undefined || group === CODES_GROUP ? codeHits(query, base) : [];
    const shown = group === CODES_GROUP ? codes : codes.slice(0, CODES_SHOWN);
    const among = pages.filter(({ page }) => group === undefined || page.group === group);
    const found = group === CODES_GROUP ? [] : articleHits(query, among, base);
    return Promise.resolve([...shown, ...found].slice(0, HITS));
  });
}

function textsOf(page: StoredPage): Searched {
  const textOf = (selector: string) =>
    [...page.content.querySelectorAll(selector)].map(({ textContent }) => textContent).join('. ');
  return {
    page,
    parts: {
      title: textOf('h1'),
      keywords: page.keywords,
      headings: textOf('h2, h3, .summary'),
      text: textOf('.prose').replace(/\s+/g, ' '),
    },
  };
}

/** What the look-up of codes finds for any word that is a code by itself, or for all of them. */
function codeHits(query: string, base: string): Hit[] {
  const words = query.split(/\s+/).filter((word) => /[\d_]/.test(word) && word.length > 2);
  return words.flatMap((word) =>
    matchesOf(word).map(({ title, text, reference }) => ({
      title,
      group: CODES_GROUP,
      url: base + reference.slice(1),
      excerpt: escapeHtml(text),
      sections: [],
    })),
  );
}

function articleHits(query: string, among: readonly Searched[], base: string): Hit[] {
  const terms = termsOf(query);
  const asked: Asked[] = terms.map(({ word, alike }) => ({
    own: scoresOf(word, among),
    alike: alike.map((other) => scoresOf(other, among)),
  }));
  return rank(asked, among.length).flatMap((path) => {
    const one = among.find(({ page }) => page.path === path);
    const words = terms.map(({ word }) => word);
    return one ? [hitOf(one, words, base)] : [];
  });
}

function scoresOf(word: string, among: readonly Searched[]): Scores {
  const pattern = beginning(word, 'gi');
  const scores = among.map(({ page, parts }) => {
    const count = (text: string) => Math.min(MOST_IN_TEXT, text.match(pattern)?.length ?? 0);
    const { title, keywords, headings, text } = WEIGHTS;
    const score =
      title * Math.min(1, count(parts.title)) +
      keywords * Math.min(1, count(parts.keywords)) +
      headings * Math.min(2, count(parts.headings)) +
      text * count(parts.text);
    return [page.path, score] as const;
  });
  return new Map(scores.filter(([, score]) => score > 0));
}

function beginning(word: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])${word.replace(/[^\p{L}\d\s]/gu, '\\$&')}`, `${flags}u`);
}

function hitOf({ page, parts }: Searched, words: readonly string[], base: string): Hit {
  const places = words.map((word) => beginning(word, 'i').exec(parts.text)?.index ?? -1);
  const first = Math.max(0, Math.min(...places.filter((place) => place >= 0), parts.text.length));
  const start = first < BEFORE || first === parts.text.length ? 0 : first - BEFORE;
  const cut = parts.text.slice(start, start + BEFORE + AFTER).trim();
  return {
    title: parts.title.trim(),
    group: page.group,
    url: base + page.path.slice(1),
    excerpt: `${start > 0 ? '... ' : ''}${escapeHtml(cut)} ...`,
    sections: [],
  };
}
