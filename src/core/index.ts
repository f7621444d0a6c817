/** The doors of the core: evidence goes in, what it says and what follows from it comes out. */
import { openCase } from './case/open-case.ts';
import type { Decoded } from './contract/decoded.ts';
import type { Options } from './evidence/reader.ts';

/**
 * Decodes one paste. Runs anywhere, reads nothing but `text`, and never rejects: what cannot be
 * read is reported in `problems`, next to everything that could.
 */
export function decode(text: string, options?: Options): Promise<Decoded> {
  return openCase([{ text }], options);
}

export { articleAt, articlePath, ARTICLES, type ArticleSlug } from './articles.ts';
export { type EventOffer, eventOfferOf } from './case/event-offer.ts';
export { KIND_NAMES } from './case/kind-names.ts';
export { loadAll } from './case/load-all.ts';
export { type OwnerDrawing, ownerDrawing } from './case/owner-drawing.ts';
export { markSource } from './case/mark-source.ts';
export { asksEvents } from './case/names-in-facts.ts';
export { type CaseInput, openCase } from './case/open-case.ts';
export { isLogOnly, kindsIn } from './case/read-source.ts';
export { isRecording, textOfFile } from './case/text-of-file.ts';
export { tellingPlaces } from './case/telling-places.ts';
export type { Check, Mark, Marks, State } from './checklist/check.ts';
export { CHECKS, numberOf } from './checklist/checks.ts';
export { piecesOf } from './checklist/inline.ts';
export { checksAsMarkdown, clock, STATE_WORDS, ticket } from './checklist/markdown.ts';
export {
  keepable,
  type Kept,
  NOTHING_KEPT,
  readKept,
  withMark,
  writeKept,
} from './checklist/marks.ts';
export { nextCheck, progress } from './checklist/next.ts';
export { stepsOf } from './checklist/steps.ts';
export { saidOf, type Settled, settledBy, withSettled } from './checklist/proofs.ts';
export {
  codeAnchor,
  codeLabel,
  codeReference,
  CODES_PATH,
  familyPage,
  familyPath,
} from './codes/anchor.ts';
export { describeHttp, describeWin32 } from './codes/lookup.ts';
export { hex } from './codes/number.ts';
export type { CodeRow, CodeSpace } from './codes/row.ts';
export { shownSpellings, spellings } from './codes/spellings.ts';
export { ROWS, TABLE } from './codes/table.ts';
export type * from './contract/decoded.ts';
export { WHERE } from './contract/step.ts';
export { rowsTyped } from './evidence/code/typed.ts';
export type { Asked as EventAsked } from './evidence/event/queries/asked.ts';
export { ENGINES as EVENT_ENGINES } from './evidence/event/queries/engines.ts';
export type { Narrowing as EventNarrowing } from './evidence/event/queries/narrowing.ts';
export { queryOf as eventQueryOf } from './evidence/event/queries/query.ts';
export type { Audit, Question as EventQuestion } from './evidence/event/queries/question.ts';
export { QUESTIONS as EVENT_QUESTIONS } from './evidence/event/queries/questions.ts';
export { type AttemptRecord, recordOf } from './evidence/iis-log/attempts/attempt-record.ts';
export {
  isAcceptedOutcome,
  OUTCOME_WORDS,
  SEVERITY_OUTCOMES,
} from './evidence/iis-log/attempts/outcome-words.ts';
export { VERDICTS } from './evidence/iis-log/attempts/outcomes.ts';
export type { Fill } from './evidence/iis-log/file/fill.ts';
export { areLarge, isLarge, isPacked } from './evidence/iis-log/file/is-large.ts';
export { type Block, nextBlock, roomFor } from './evidence/iis-log/file/blocks.ts';
export { BlockReader } from './evidence/iis-log/file/block-reader.ts';
export { type LogReader, READ, ROOM } from './evidence/iis-log/file/log-file.ts';
export { memoryFor, moduleBytes } from './evidence/iis-log/file/memory.ts';
export { LogBuilder, type LogPart } from './evidence/iis-log/log-builder.ts';
export { INPUT as ROW_INPUT } from './evidence/iis-log/file/scanner/layout.ts';
export type { FileReading } from './evidence/iis-log/file/excerpt.ts';
export type { LogSource, NamedBlob } from './evidence/iis-log/file/log-source.ts';
export { type Progress, readFiles } from './evidence/iis-log/file/read-files.ts';
export { windowed } from './evidence/iis-log/file/read-window.ts';
export { pagesFor, RowScanner } from './evidence/iis-log/file/row-scanner.ts';
export { sourcesOf } from './evidence/iis-log/file/sources.ts';
export {
  type Asked,
  type Narrowing,
  type Offer,
  offerOf,
} from './evidence/iis-log/queries/asked.ts';
export { ENGINES } from './evidence/iis-log/queries/engines.ts';
export { queryOf } from './evidence/iis-log/queries/query.ts';
export { QUESTIONS } from './evidence/iis-log/queries/questions.ts';
export { HTTPERR_ORDER, W3C_ORDER } from './evidence/iis-log/rows/fields.ts';
export { IGNORED } from './evidence/iis-log/rows/header.ts';
export { readingWords } from './evidence/iis-log/rows/reading-words.ts';
export type { StoryFilter } from './evidence/iis-log/story/story-filter.ts';
export { storyOf } from './evidence/iis-log/story/story.ts';
export type { Options } from './evidence/reader.ts';
export { type ComparedField, compareFields } from './facts/compare-fields.ts';
export { type FactRow, factRow } from './facts/fact-row.ts';
export { FRAMING, meaningBeside, withoutFraming } from './facts/fields.ts';
export type { Span } from './facts/span.ts';
export { EDITED_LENGTH, LOG_ENTRIES, PASTE_LENGTH } from './limits.ts';
export type { Query } from './queries/query.ts';
export type { Range } from './queries/range.ts';
export { counted } from './text/counted.ts';
export { csvCell } from './text/escape/csv.ts';
export { markdownCode, markdownText } from './text/escape/markdown.ts';
export { pageText } from './text/escape/page.ts';
export { numbersUpTo } from './text/count-up-to.ts';
export { withoutPasswords } from './text/escape/passwords.ts';
export { terminalJson, terminalText } from './text/escape/terminal.ts';
export { type Excerpt, excerptOf, placeInWhole, spanInExcerpt } from './text/excerpt.ts';
export { decodeText } from './text/file-text.ts';
export { firstAndLast } from './text/first-and-last.ts';
