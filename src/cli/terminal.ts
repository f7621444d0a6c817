/** How a report is laid out in a terminal: its width, its tones, its lines. */
import { terminalText } from '../core/index.ts';

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
  for (const word of terminalText(text).split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
