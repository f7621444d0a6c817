/** What page and worker say to each other. Every question has a ticket; its answer has the same. */
import type {
  Decoded,
  Excerpt,
  LogEntry,
  Options,
  Outcome,
  Story,
  StoryFilter,
} from '../../core/index.ts';

/** A piece of evidence on its way to the worker. */
export interface PieceSent {
  /** Of the page; the worker keeps by it what it has read of files. */
  readonly id: number;
  readonly name?: string;
  /** Empty where there are files. */
  readonly text: string;
  /** What is too long to be edited: large files, several logs, archives, a long paste. */
  readonly files?: readonly File[];
}

export type Question = { ticket: number } & (
  | ({ kind: 'case'; pieces: readonly PieceSent[] } & Options)
  /** Loads everything ahead, so that no later question needs the network. */
  | { kind: 'load-all' }
  /** Is there nothing but log rows in this file? */
  | { kind: 'is-log'; file: Blob }
  /** `asked` is the ticket of the case that is asked about. */
  | { kind: 'story'; asked: number; filter: StoryFilter }
  | { kind: 'rows'; asked: number; attempt: number }
);

/** A story and rows are absent when the worker has gone on to another case. */
export type Answer = { ticket: number } &
  /** `excerpts`: of each piece that has files. */
  (
    | { kind: 'case'; excerpts: readonly (Excerpt | undefined)[]; decoded: Decoded }
    | ({ kind: 'progress' } & PieceProgress)
    | { kind: 'failed'; message: string }
    | { kind: 'load-all' }
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

/** How far the files of one piece are read. */
export interface PieceProgress extends FileProgress {
  /** Its id. */
  piece: number;
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
