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
