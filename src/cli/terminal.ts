/**
 * What a terminal may be shown. A paste comes from anywhere: an escape sequence in a user agent
 * must not move the cursor, and a bidirectional mark must not turn a line around.
 */

/** Delete and the C1 controls, zero-width and bidirectional characters, as a class's inside. */
const HIDDEN =
  '\\u007f-\\u009f\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb';
/** What JSON leaves as it is. */
const UNSAFE_IN_JSON = new RegExp(`[${HIDDEN}]`, 'g');
/** These, the other controls, and halves of surrogate pairs. */
const UNSAFE = new RegExp(
  `[\\u0000-\\u001f${HIDDEN}]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]`,
  'g',
);

/** `text` with every unsafe character replaced by one visible character, so that columns stay. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0);
    if (character === '\t') return ' ';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

/** JSON that is safe on a terminal too: what JSON leaves as it is, is written as an escape. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(
    UNSAFE_IN_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export type Tone = 'error' | 'warning' | 'info' | 'ok' | 'strong' | 'quiet';

/** Puts a tone on a piece of text. */
export type Paint = (tone: Tone, text: string) => string;

/** How a report is laid out: its columns, and how it puts tones on text. */
export interface Layout {
  width: number;
  paint: Paint;
}

const SGR: Record<Tone, number> = { error: 31, warning: 33, info: 36, ok: 32, strong: 1, quiet: 2 };

/** For files, pipes and NO_COLOR: no tone at all. */
export const plain: Paint = (_, text) => text;

/** For a colour terminal. */
export const coloured: Paint = (tone, text) => `\u001b[${SGR[tone]}m${text}\u001b[0m`;

/** `text` broken into lines of at most `width` characters, at spaces where there are any. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of visible(text).split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
