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

export { type CaseInput, openCase } from './case/open-case.ts';
export type * from './contract/decoded.ts';
export type { Options } from './evidence/reader.ts';
export type { Span } from './facts/span.ts';
export { articleAt } from './articles.ts';
export { KIND_NAMES } from './case/kind-names.ts';
export { markSource } from './case/mark-source.ts';
export { CHECKS } from './checklist/checks.ts';
export { isLogOnly } from './case/read-source.ts';
export { type AttemptRecord, recordOf } from './evidence/iis-log/attempts/attempt-record.ts';
export { isLarge } from './evidence/iis-log/file/is-large.ts';
export { type Progress, readFiles } from './evidence/iis-log/file/read-files.ts';
export { storyOf } from './evidence/iis-log/story/story.ts';
export type { StoryFilter } from './evidence/iis-log/story/story-filter.ts';
export { LOG_ENTRIES } from './limits.ts';
export { sourcesOf } from './evidence/iis-log/file/sources.ts';
export { decodeText } from './text/file-text.ts';
export { csvCell } from './text/escape/csv.ts';
export { markdownCode, markdownText } from './text/escape/markdown.ts';
export { pageText } from './text/escape/page.ts';
export { terminalJson, terminalText } from './text/escape/terminal.ts';
export { ARTICLES, type ArticleSlug, articlePath } from './articles.ts';
export type { Check, Mark, Marks, State } from './checklist/check.ts';
export { numberOf } from './checklist/checks.ts';
export { piecesOf } from './checklist/inline.ts';
export { STATE_WORDS, checksAsMarkdown, clock, ticket } from './checklist/markdown.ts';
export {
  type Kept,
  NOTHING_KEPT,
  keepable,
  readKept,
  withMark,
  writeKept,
} from './checklist/marks.ts';
export { nextCheck, progress } from './checklist/next.ts';
export { type Settled, saidOf, settledBy, withSettled } from './checklist/proofs.ts';
export {
  CODES_PATH,
  codeAnchor,
  codeLabel,
  codeReference,
  familyPage,
  familyPath,
} from './codes/anchor.ts';
export { describeHttp, describeWin32 } from './codes/lookup.ts';
export { hex } from './codes/number.ts';
export type { CodeRow, CodeSpace } from './codes/row.ts';
export { shownSpellings, spellings } from './codes/spellings.ts';
export { ROWS, TABLE } from './codes/table.ts';
export { rowsTyped } from './evidence/code/typed.ts';
export {
  OUTCOME_WORDS,
  SEVERITY_OUTCOMES,
  isAcceptedOutcome,
} from './evidence/iis-log/attempts/outcome-words.ts';
export { VERDICTS } from './evidence/iis-log/attempts/outcomes.ts';
export type { Fill } from './evidence/iis-log/file/fill.ts';
export {
  type Lane,
  type Lanes,
  moduleBytes,
  oneLane,
  roomFor,
} from './evidence/iis-log/file/lanes.ts';
export type { LogSource, NamedBlob } from './evidence/iis-log/file/log-source.ts';
export { windowed } from './evidence/iis-log/file/read-window.ts';
export {
  HASHER_PAGES,
  RowScanner,
  ScannerHasher,
  pagesFor,
} from './evidence/iis-log/file/row-scanner.ts';
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
export { withoutFraming } from './facts/fields.ts';
export { counted } from './text/counted.ts';
export { firstAndLast } from './text/first-and-last.ts';
