/**
 * Real questions and real artefacts, each with the articles that answer it: `tests/fixtures/cases.jsonl`
 * and `tests/fixtures/evidence/`, or other files of the same shape.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeText } from '../../src/core/index.ts';

export interface Piece {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  /** Slugs; the first finding should lead to one of them. */
  readonly articles: readonly string[];
  /** Checks of the list that the piece settles by itself. */
  readonly checks: readonly string[];
  /** Checks of which it shows one half: what is needed to answer them is elsewhere. */
  readonly half: readonly string[];
  /** False when it does not contain enough to decide. */
  readonly isEnough: boolean;
}

/** Questions as people asked them, one JSON document a line. */
export function questionsIn(file: string): Piece[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, paste, acceptableArticles, enough } = JSON.parse(line) as {
        id: string;
        paste: string;
        acceptableArticles: string[];
        enough?: boolean;
      };
      return {
        id,
        kind: 'question',
        text: paste,
        articles: acceptableArticles,
        checks: [],
        half: [],
        isEnough: enough ?? true,
      };
    });
}

/** Artefacts next to their `index.json`. */
export function artefactsIn(index: string): Piece[] {
  const rows = JSON.parse(readFileSync(index, 'utf8')) as {
    file: string;
    kind: string;
    acceptableArticles: string[];
    checks: string[];
    half?: string[];
  }[];
  return rows.map(({ file, kind, acceptableArticles, checks, half }) => ({
    id: file,
    kind,
    text: decodeText(new Uint8Array(readFileSync(join(dirname(index), file)))),
    articles: acceptableArticles,
    checks,
    half: half ?? [],
    isEnough: true,
  }));
}
