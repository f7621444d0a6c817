/**
 * Every command line that the core can make, as it is written in the source: a command with a name
 * from the evidence in it must be one of these lines with nothing but harmless names in its places.
 */
import { globSync, readFileSync } from 'node:fs';

/** What the tag `command` lets into a place: a harmless name, or the word for a missing one. */
const PLACE = String.raw`(?:[\w/\\~.:][\w.\-/\\@:~]{0,199}|<[\w .\-/\\@:~]{1,220}>)`;

/** End of the place that begins at `at`, behind its `${`; quotes and templates may be inside. */
function endOfPlace(source: string, at: number): number {
  for (let depth = 1; at < source.length; at++) {
    if (source[at] === '{') depth += 1;
    else if (source[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return at;
}

/** The parts of the template that begins at `at`, behind its backtick. */
function templateAt(source: string, at: number): string[] {
  const parts: string[] = [];
  let part = '';
  while (at < source.length && source[at] !== '`') {
    if (source.startsWith('${', at)) {
      at = endOfPlace(source, at + 2);
      parts.push(part);
      part = '';
      continue;
    }
    if (source[at] === '\\') at += 1;
    part += source[at] ?? '';
    at += 1;
  }
  return [...parts, part];
}

function templatesIn(source: string): string[][] {
  return [...source.matchAll(/\bcommand`/g)].map(({ index }) => templateAt(source, index + 8));
}

/** Lines of `content/`, where a place is a word in braces. */
function linesIn(value: unknown): string[][] {
  if (Array.isArray(value)) return value.flatMap(linesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'run' || key === 'otherwise') && typeof inner === 'string'
      ? [inner.split(/\{\w{1,30}\}/)]
      : linesIn(inner),
  );
}

function escaped(part: string): string {
  return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

const SHAPES: readonly RegExp[] = [
  ...globSync('src/core/**/*.ts').flatMap((file) => templatesIn(readFileSync(file, 'utf8'))),
  ...globSync('content/**/*.json').flatMap((file) =>
    linesIn(JSON.parse(readFileSync(file, 'utf8'))),
  ),
].map((parts) => new RegExp(`^${parts.map(escaped).join(PLACE)}$`));

const seen = new Map<string, boolean>();

/** True when the line is one that the source has, with harmless names in its places. */
export function isKnownCommand(line: string): boolean {
  const before = seen.get(line);
  if (before !== undefined) return before;
  const isKnown = SHAPES.some((shape) => shape.test(line));
  seen.set(line, isKnown);
  return isKnown;
}
