/** The little markup of a check's texts: `code`, `[words](target)` and `[](check:id)`. */

export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'link'; text: string; target: string };

const MARKUP = /`([^`]+)`|\[((?:[^[\]`]|`[^`]*`)*)\]\(([^()\s]+)\)/g;

/** The text's pieces in order; what is no markup is text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKUP)) {
    const [whole, code, words, target] = match;
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else pieces.push({ kind: 'link', text: words ?? '', target: target ?? '' });
    end = match.index + whole.length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}
