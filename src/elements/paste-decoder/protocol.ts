/** What page and worker say to each other. Every question has a ticket; its answer has the same. */
import type { Decoded, LogEntry, Story } from '../../core/index.ts';
import type { StoryFilter } from '../../core/log/story-filter.ts';

export type Question = { ticket: number } & (
  | { kind: 'decode'; text: string }
  /** `paste` is the ticket of the paste that is asked about. */
  | { kind: 'story'; paste: number; filter: StoryFilter }
  | { kind: 'rows'; paste: number; attempt: number }
);

/** A story and rows are absent when the worker has gone on to another paste. */
export type Answer = { ticket: number } & (
  | { kind: 'decode'; text: string; decoded: Decoded }
  | ({ kind: 'story' } & Partial<Told>)
  | { kind: 'rows'; entries?: LogEntry[] }
);

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
