/** Loads what draws a result, and draws the answer to a case; undefined when it cannot be loaded. */
import type { Decoded } from '../../core/index.ts';
import type { Piece } from './case-pieces.ts';
import type { CaseAnswer } from './decoder-client.ts';
import type { FileReadingView } from './file-reading-view.ts';
import type { LogDesk } from './protocol.ts';

export interface Setting {
  /** The pieces that were decoded. */
  readonly pieces: readonly Piece[];
  readonly href: (path: string) => string;
  readonly desk: LogDesk;
  readonly files: FileReadingView;
  /** The text is a sample of this guide, not somebody's own. */
  readonly isSample: boolean;
}

export interface DrawnCase {
  readonly result: DocumentFragment;
  /** Sentences on pieces of files that were not read before. */
  readonly news: readonly string[];
  /** Letters of the pieces that the verdict rests on. */
  readonly proving: readonly string[];
  readonly decoded: Decoded;
}

export async function drawCase(
  { decoded }: Extract<CaseAnswer, { kind: 'case' }>,
  { pieces, href, desk, files, isSample }: Setting,
): Promise<DrawnCase | undefined> {
  try {
    const { drawResult } = await import('./result.ts');
    const { Places } = await import('./places.ts');
    const { markChecks } = await import('../check-list/paste-marks.ts');
    const read = pieces.map((piece, i) => ({ piece, kinds: decoded.sources[i]?.kinds ?? [] }));
    const { elements: notes, news } = await files.notes(read);
    const places = new Places(decoded, pieces);
    const marks = markChecks(decoded, { href, isSample });
    const result = drawResult(decoded, { places, href, desk, notes, marks });
    const proving = places.letters(decoded.findings[0]?.evidence ?? []);
    return { result, news, proving, decoded };
  } catch {
    return undefined;
  }
}
