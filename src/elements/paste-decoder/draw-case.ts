/** Loads what draws a result, and draws the answer to a case; undefined when it cannot be loaded. */
import type { Decoded } from '../../core/index.ts';
import type { Sources as TicketSources } from '../ticket/ticket.ts';
import { type Piece, shownText } from './case-pieces.ts';
import type { CaseAnswer } from './decoder-client.ts';
import type { FileReadingView } from './file-reading-view.ts';
import { wordsOf } from './piece-words.ts';
import type { Places } from './places.ts';
import type { LogDesk } from './protocol.ts';

export interface Setting {
  /** The pieces that were decoded. */
  readonly pieces: readonly Piece[];
  readonly href: (path: string) => string;
  readonly desk: LogDesk;
  /** The result that is on the page now. */
  readonly before: ParentNode;
  readonly files: FileReadingView;
  /** Name and version of this guide. */
  readonly product: string;
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
  setting: Setting,
): Promise<DrawnCase | undefined> {
  const { pieces, href, desk, before, files } = setting;
  try {
    const [{ drawResult }, { keepOpen }, { Places }, { markChecks }] = await Promise.all([
      import('./result.ts'),
      import('./detail-views.ts'),
      import('./places.ts'),
      import('../check-list/paste-marks.ts'),
    ]);
    const read = pieces.map((piece, i) => ({ piece, kinds: decoded.sources[i]?.kinds ?? [] }));
    const { elements: notes, news } = await files.notes(read);
    const places = new Places(decoded, pieces);
    const marks = markChecks(decoded, href);
    const ticket = () => ticketSources(decoded, places, setting);
    const text = pieces[0] ? shownText(pieces[0]) : '';
    const result = drawResult(decoded, { places, href, desk, notes, marks, ticket, text });
    keepOpen(before, result);
    const proving = places.letters(decoded.findings[0]?.evidence ?? []);
    return { result, news, proving, decoded };
  } catch {
    return undefined;
  }
}

function ticketSources(
  decoded: Decoded,
  places: Places,
  { pieces, href, product }: Setting,
): TicketSources {
  return {
    decoded,
    pieces: pieces.map((piece, index) => {
      const { letter, name, what } = wordsOf(piece, index, decoded);
      return `${letter}: ${name}, ${what}`;
    }),
    quotes: (spans) =>
      places.quotes(spans).map(({ place, cuts, name }) => ({
        place,
        line: name ?? cuts.map(({ text }) => text).join(''),
      })),
    addressOf: (path) => new URL(href(path), location.href).href,
    made: `${product}, ${new Date().toISOString().slice(0, 10)}`,
  };
}
