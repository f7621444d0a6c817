/**
 * XML as it was before people and pages passed it on: quoted with `> `, shown by a viewer with a dash
 * before each element, escaped for HTML (`&lt;add value=&quot;NTLM&quot; /&gt;`), or with the quotation
 * marks of a word processor. Places in the result lead back to places in the original.
 */
import type { Span } from '../facts/span.ts';

export interface XmlSource {
  readonly text: string;
  /** The range of the original text. */
  readonly original: (start: number, end: number) => Span;
}

/** A declaration is allowed at the very start only; a paste may hold several files. */
const DECLARATION = '<\\?xml\\b[^<>]{0,200}>';
const UNSEEN = '[\\0\\u200b\\u2060\\ufeff]+';
/** `- <Event` is how a browser shows an element that can be folded. */
const DASH = '^[ \\t\\xa0]*[-+][ \\t\\xa0]*(?=<[/\\w])';
const QUOTED = '^[ \\t]*(?:>[ \\t]?)+(?:[ \\t]*[-+][ \\t]*(?=<))?';
const LOOKALIKE = '[\\xa0\\u201c-\\u201f]';
const ESCAPED = '&(?:lt|gt|quot|apos|amp|nbsp|#39|#34|#822[0123]);';
/** An ampersand that begins no entity, as in a URL. */
const BARE = '&(?!#?\\w{1,32};)';

const MEANT: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '\xa0': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** `text` as plain XML, with the way back; what is plain already stays as it is. */
export function xmlSource(text: string): XmlSource {
  const patterns = [DECLARATION, UNSEEN, isQuoted(text) ? QUOTED : DASH, LOOKALIKE];
  if (isEscaped(text)) patterns.push(ESCAPED);
  patterns.push(BARE);
  return replaced(text, new RegExp(patterns.join('|'), 'gm'));
}

/** True when most lines begin with `>`: a single one may be the end of a tag. */
function isQuoted(text: string): boolean {
  const quoted = text.match(/^[ \t]*>/gm)?.length ?? 0;
  return quoted > 1 && quoted * 2 > (text.match(/^[ \t]*\S/gm)?.length ?? 0);
}

/** True when there is more escaped XML than XML; a file may hold a little of it in its values. */
function isEscaped(text: string): boolean {
  const escaped = text.match(/&lt;[/\w]/g)?.length ?? 0;
  return escaped > 0 && escaped > (text.match(/<[/\w]/g)?.length ?? 0);
}

function meant(found: string): string {
  if (/^(?:[\u201c-\u201f]|&quot;|&#)/.test(found)) return MEANT[found] ?? '"';
  return MEANT[found] ?? '';
}

function replaced(text: string, pattern: RegExp): XmlSource {
  // Where pieces of the result begin, and where the same pieces begin in the original.
  const inResult = [0];
  const inText = [0];
  let result = '';
  let from = 0;
  const begin = (at: number) => {
    inResult.push(result.length);
    inText.push(at);
  };
  for (const { 0: found, index } of text.matchAll(pattern)) {
    result += text.slice(from, index);
    from = index + found.length;
    begin(index);
    result += meant(found);
    begin(from);
  }
  result += text.slice(from);
  const place = (at: number) => {
    let [low, high] = [0, inResult.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((inResult[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    // A replacement may be longer than what it stands for.
    const end = inText[low + 1] ?? text.length;
    return Math.min((inText[low] ?? 0) + at - (inResult[low] ?? 0), end);
  };
  return { text: result, original: (start, end) => ({ start: place(start), end: place(end) }) };
}
