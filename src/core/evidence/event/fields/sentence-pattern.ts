/**
 * Sentences of the message table as patterns. `{Name}` is one word, `{Name*}` may be several; spaces may
 * be line ends, a name may stand in quotation marks, and a period or comma may be missing.
 */

/** Characters of a name, and of a value of several words. */
const WORD = 255;
const WORDS = 160;
const QUOTE = '["\'`“”„«»‘’]?';
/** A character of a name, which is none of these. */
const LETTER = '[^\\s"“”`]';
/** Encryption types: `18 17 23 -133 -128`, with commas in newer messages. */
const NUMBERS = '(?<NAME>-?\\d{1,4}(?:,?\\s{1,9}-?\\d{1,4}){0,30})';

function valuePattern(name: string, isLong: boolean): string {
  if (name.endsWith('Etypes')) return NUMBERS.replace('NAME', name);
  return isLong
    ? `${QUOTE}(?<${name}>[^"“”\\0]{1,${WORDS}}?)${QUOTE}`
    : `${QUOTE}(?<${name}>${LETTER}{1,${WORD}}?)${QUOTE}(?=[.,;:)'’]{0,3}(?:\\s|$))`;
}

function literalPattern(text: string): string {
  return text
    .replace(/[\\^$*+?()[\]{}|]/g, '\\$&')
    .replace(/[.,](?=\s|$)/g, "[.,;:)'’]{0,3}")
    .replace(/\s+/g, '\\s{1,40}');
}

/** The pattern that finds a sentence in a message; its groups are the names. */
export function sentencePattern(sentence: string): RegExp {
  const parts = sentence.split(/\{(\w+\*?)\}/);
  const source = parts.map((part, index) =>
    index % 2 === 0
      ? literalPattern(part)
      : valuePattern(part.replace('*', ''), part.endsWith('*')),
  );
  return new RegExp(source.join(''), 'id');
}
