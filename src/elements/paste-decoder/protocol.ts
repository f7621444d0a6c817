/** What page and worker say to each other. Every question has a ticket; its answer has the same. */
import type { Decoded, LogEntry, Options, Outcome, Story } from '../../core/index.ts';
import type { StoryFilter } from '../../core/evidence/iis-log/story/story-filter.ts';

export type Question = { ticket: number } & (
  | ({ kind: 'decode'; text: string } & Options)
  /** Files that are not pasted whole: large ones, several, archives. */
  | ({ kind: 'files'; files: readonly File[] } & Options)
  /** `paste` is the ticket of the paste that is asked about. */
  | { kind: 'story'; paste: number; filter: StoryFilter }
  | { kind: 'rows'; paste: number; attempt: number }
);

/** A story and rows are absent when the worker has gone on to another paste. */
export type Answer = { ticket: number } & (
  | { kind: 'decode'; text: string; decoded: Decoded }
  /** `text` is an excerpt of the files. */
  | { kind: 'files'; text: string; decoded: Decoded }
  | ({ kind: 'progress' } & FileProgress)
  | { kind: 'failed'; message: string }
  | ({ kind: 'story' } & Partial<Told>)
  | { kind: 'rows'; entries?: LogEntry[] }
);

/** How far the files are read, and what was counted so far. */
export interface FileProgress {
  /** Stored bytes read, of `size`. */
  read: number;
  size: number;
  /** Bytes of log text that were in them. */
  bytes: number;
  /** Milliseconds since the start. */
  elapsed: number;
  rows: number;
  refused: number;
  unreadable: number;
  outcomes: { outcome: Outcome; count: number }[];
}

/** A story with the rows of its examples, in the order of the paste. */
export interface Told {
  story: Story;
  entries: LogEntry[];
}

/** Answers questions about the attempts of one log; `undefined` when the log is gone. */
export interface LogDesk {
  tell(filter: StoryFilter): Promise<Told | undefined>;
  rowsOf(attempt: number): Promise<LogEntry[] | undefined>;
}
