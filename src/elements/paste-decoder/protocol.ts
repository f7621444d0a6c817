/** What page and worker say to each other. Every question has a ticket; its answer has the same. */
import type { Decoded, LogEntry, Options, Outcome, Story, StoryFilter } from '../../core/index.ts';

/** A piece of evidence on its way to the worker. */
export interface PieceSent {
  /** Of the page; the worker keeps by it what it has read of files. */
  readonly id: number;
  readonly name?: string;
  readonly text: string;
  /** Files that are not read as a text: large ones, several logs, archives. */
  readonly files?: readonly File[];
}

export type Question = { ticket: number } & (
  | ({ kind: 'case'; pieces: readonly PieceSent[] } & Options)
  /** Is there nothing but log rows in this text? */
  | { kind: 'is-log'; text: string }
  /** `asked` is the ticket of the case that is asked about. */
  | { kind: 'story'; asked: number; filter: StoryFilter }
  | { kind: 'rows'; asked: number; attempt: number }
);

/** A story and rows are absent when the worker has gone on to another case. */
export type Answer = { ticket: number } &
  /** `texts`: of each piece; of files, an excerpt. */
  (
    | { kind: 'case'; texts: readonly string[]; decoded: Decoded }
    | ({ kind: 'progress' } & FileProgress)
    | { kind: 'failed'; message: string }
    | { kind: 'is-log'; isLog: boolean }
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

/** A story with the rows of its examples, in the order of the log. */
export interface Told {
  story: Story;
  entries: LogEntry[];
}

/** Answers questions about the attempts of one log; `undefined` when the log is gone. */
export interface LogDesk {
  tell(filter: StoryFilter): Promise<Told | undefined>;
  rowsOf(attempt: number): Promise<LogEntry[] | undefined>;
}
