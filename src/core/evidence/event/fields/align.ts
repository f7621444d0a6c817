/**
 * The lines `label: value` of a message, matched with the labels of the table. The order of the lines is
 * the same in every language, so a message is read by what its values look like and in which order they
 * stand; an English label only adds certainty. Lines may be missing, and others may be in between.
 *
 * This is the alignment of two sequences with the highest score (Needleman and Wunsch), where a line or
 * a label may be left out at no cost. Scores are multiples of a quarter, so they are compared exactly.
 */
import type { Message, MessageLine } from './messages.ts';
import { FIT, fitOf } from './value-types.ts';

/** A line with a label, and what stands after it. */
export interface LabelledLine {
  /** In lower case. */
  readonly label: string;
  readonly value: string;
}

/** Lines of one message that are compared; the longest message has some fifty. */
export const MOST_LINES = 90;

const SAME_LABEL = 6;
const HEADING = 1;
const EMPTY = 0.5;
/** Of two labels that a value suits, the one that every version has. */
const OPTIONAL = 0.25;

/** For each label of the message, the index of its line; undefined where it has none. */
export function align(
  lines: readonly LabelledLine[],
  { lines: labels }: Message,
): (number | undefined)[] {
  const width = lines.length + 1;
  const best = new Float32Array((labels.length + 1) * width);
  for (let row = labels.length - 1; row >= 0; row--) {
    for (let column = lines.length - 1; column >= 0; column--) {
      const at = row * width + column;
      const skip = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
      const score = scoreOf(lines[column], labels[row]);
      best[at] = score > 0 ? Math.max(skip, score + (best[at + width + 1] ?? 0)) : skip;
    }
  }
  return path(best, width, lines, labels);
}

function path(
  best: Float32Array,
  width: number,
  lines: readonly LabelledLine[],
  labels: readonly MessageLine[],
): (number | undefined)[] {
  const found = new Array<number | undefined>(labels.length).fill(undefined);
  let [row, column] = [0, 0];
  while (row < labels.length && column < lines.length) {
    const at = row * width + column;
    const score = scoreOf(lines[column], labels[row]);
    const isTaken = score > 0 && best[at] === score + (best[at + width + 1] ?? 0);
    if (isTaken) found[row++] = column++;
    else if (best[at] === best[at + 1]) column++;
    else row++;
  }
  return found;
}

function scoreOf(line: LabelledLine | undefined, label: MessageLine | undefined): number {
  if (!line || !label) return 0;
  const isSame = line.label === label.label;
  const own = (isSame ? SAME_LABEL : 0) - (label.isOptional ? OPTIONAL : 0);
  if (label.name === undefined) return line.value === '' ? HEADING + own : 0;
  if (line.value === '') return EMPTY + own;
  const fit = fitOf(label.name, line.value);
  return fit === FIT.none && !isSame ? 0 : fit + own;
}
