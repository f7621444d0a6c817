/** A line of the evidence, cut down to what is marked in it. */

/** A part of a quoted line. */
export interface Cut {
  readonly text: string;
  readonly isMarked: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Characters of a line that is quoted as it is. */
const WHOLE = 72;
/** Characters kept of the beginning of a longer line: time and address of a log row. */
const HEAD = 42;
/** Characters kept before a mark and after the last one. */
const AROUND = 12;
/** Characters of one mark. */
const MARK = 72;
const TIGHT_MARK = 16;
const GAP = '…';

/**
 * `line` in parts, marked where one of `marks` covers it. What is far from all marks gives way to an
 * ellipsis. `isTight` keeps less, for text such as Base64 that nobody reads.
 */
export function clipped(line: string, marks: readonly Range[], isTight = false): Cut[] {
  const sorted = joined(marks.filter(({ start, end }) => end > start));
  const text = line.trimEnd();
  const isWhole = !isTight && text.length <= WHOLE;
  const cuts: Cut[] = [];
  const add = (part: string, isMarked = false) => {
    if (part !== '') cuts.push({ text: part, isMarked });
  };
  let at = text.length - text.trimStart().length;
  for (const [index, { start, end }] of sorted.entries()) {
    const head = isTight ? 0 : index === 0 ? HEAD : AROUND;
    add(isWhole ? text.slice(at, start) : between(text.slice(at, start), head));
    add(shortened(text.slice(start, end), isTight ? TIGHT_MARK : MARK), true);
    at = Math.max(at, end);
  }
  const after = text.slice(at);
  add(isWhole || after.length <= AROUND ? after : `${wordsAt(after, AROUND)}${GAP}`);
  return cuts;
}

/** The first `head` characters and the last few before the mark that follows. */
function between(part: string, head: number): string {
  if (part.length <= head + AROUND + GAP.length) return part;
  const end = part.slice(-AROUND);
  const space = end.indexOf(' ');
  return `${wordsAt(part, head)}${GAP}${space > 0 ? end.slice(space) : end}`;
}

/** At most `length` characters from the beginning, and no half words where there are whole ones. */
function wordsAt(part: string, length: number): string {
  const cut = part.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return space > 0 ? cut.slice(0, space + 1) : cut;
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}${GAP}` : text;
}

/** In order, those that overlap as one. */
function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else result.push(range);
  }
  return result;
}
