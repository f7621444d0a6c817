/**
 * Text as a program printed it, without what a web page, a chat or a word processor made of it: HTML
 * entities and tags, the marks of bold text, curly quotes, hard spaces, colours of a terminal and
 * characters without a width. Places in the result lead back to places in the original.
 */
import { rewrite, type Rewritten } from './rewrite.ts';

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
};
/** Quotes of all kinds and the spaces of word processors, by their code. */
const PLAIN: ReadonlyMap<number, string> = new Map([
  ...[0x2018, 0x2019, 0x201a, 0x201b].map((code) => [code, "'"] as const),
  ...[0x201c, 0x201d, 0x201e, 0x201f].map((code) => [code, '"'] as const),
  ...[0xa0, 0x2007, 0x202f].map((code) => [code, ' '] as const),
]);

const ENTITY = /&(?:#\d{1,5}|#x[\da-f]{1,4}|lt|gt|amp|quot|apos|nbsp|[lr][sd]quo);/;
const TAG =
  /<\/?(?:br|p|div|span|code|pre|b|i|em|strong|td|th|tr|table|tbody|li|ul|ol|blockquote|font|hr)(?:\s[^<>\n]{0,200})?\/?>/;
/** Two asterisks around words, and no row of asterisks in the place of a name. */
const BOLD = /(?<![\S*])\*\*(?=[\w"'[])|(?<=[\w"':)\]])\*\*(?=[\s:,.]|$)/;
const QUOTES = /[\u2018-\u201f\u00a0\u2007\u202f]/;
// eslint-disable-next-line no-control-regex -- these are what is looked for
const UNSEEN = /[\0\u00ad\u200b-\u200d\u2060\ufeff]+|\u001b\[[\d;]{0,20}[A-Za-z]/;

const ALL = new RegExp(
  [ENTITY, TAG, BOLD, QUOTES, UNSEEN].map(({ source }) => source).join('|'),
  'gim',
);

/** The text as it was printed, for readers that know lines of programs. */
export function clean(text: string): Rewritten {
  return rewrite(text, ALL, written);
}

function written(found: string): string {
  if (found.startsWith('&')) return entity(found.slice(1, -1));
  if (found.startsWith('<')) return /^<(?:br|\/p|\/div|\/tr|\/li|hr)\b/i.test(found) ? '\n' : '';
  return PLAIN.get(found.charCodeAt(0)) ?? '';
}

function entity(name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? '';
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return PLAIN.get(code) ?? (code >= 0x20 && code <= 0xffff ? String.fromCharCode(code) : '');
}
