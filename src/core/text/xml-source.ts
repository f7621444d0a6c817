/**
 * XML as it was before people and pages passed it on: quoted with `> `, shown by a viewer with a dash
 * before each element, with the numbers, bullets or bars that sites put beside lines, escaped for HTML (`&lt;add value=&quot;NTLM&quot; /&gt;`), or with the quotation
 * marks of a word processor. Places in the result lead back to places in the original.
 */
import { type Replaced, replaced } from './replaced.ts';

export type XmlSource = Replaced;

/** A declaration is allowed at the very start only; a paste may hold several files. */
const DECLARATION = '<\\?xml\\b[^<>]{0,200}>';
const UNSEEN = '[\\0\\u200b\\u2060\\ufeff]+';
/** `- <Event` is how a browser shows an element that can be folded. */
const DASH = '^[ \\t\\xa0]*[-+][ \\t\\xa0]*(?=<[/\\w])';
const QUOTED = '^[ \\t]*(?:>[ \\t]?)+(?:[ \\t]*[-+][ \\t]*(?=<))?';
/** Lines as pastebins and gists show them: `12. <a`, `- x="1"`, `<a | |`. */
const NUMBERED = '^[ \\t]*\\d{1,6}\\.(?:[ \\t]|$)';
const LISTED = '^[ \\t]*[-*+](?:[ \\t]|$)';
const BARRED = '[ \\t]{0,80}\\|(?:[ \\t]{0,80}\\|)?[ \\t\\r]{0,80}$';
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
  const patterns = [DECLARATION, UNSEEN, marginOf(text), LOOKALIKE];
  if (isOnMostLines(text, /\|[ \t\r]*$/gm)) patterns.push(BARRED);
  if (isEscaped(text)) patterns.push(ESCAPED);
  patterns.push(BARE);
  return replaced(text, new RegExp(patterns.join('|'), 'gm'), meant);
}

/** What stands before each line. */
function marginOf(text: string): string {
  if (isOnMostLines(text, /^[ \t]*>/gm)) return QUOTED;
  if (isOnMostLines(text, /^[ \t]*\d{1,6}\.(?:[ \t]|$)/gm)) return NUMBERED;
  return isOnMostLines(text, /^[ \t]*[-*+](?:[ \t]|$)/gm) ? LISTED : DASH;
}

/** True when most lines have it: a single `>` may be the end of a tag. */
function isOnMostLines(text: string, pattern: RegExp): boolean {
  const count = text.match(pattern)?.length ?? 0;
  return count > 1 && count * 2 > (text.match(/^[ \t]*\S/gm)?.length ?? 0);
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
