/** The attempts of a log by outcome, time and name. */
import type { Severity } from './finding.ts';
import type { Outcome } from './outcome.ts';

/** Attempts of a log, told by outcome, time and name. Times are of the clock the log is written with. */
export interface Story {
  /** The same in words, a sentence each: what is broken, for whom and since when; then what is healthy. */
  summary: string[];
  attempts: number;
  /** Attempts with another outcome than `accepted-*`. */
  failed: number;
  /** Rows of 401 in the attempts, and those of them in attempts that ended well. */
  refusals: number;
  healthyRefusals: number;
  /** Most frequent first; site paths of the articles, too. */
  outcomes: { outcome: Outcome; count: number; articles: string[] }[];
  /** ISO 8601: the start of the first attempt, and the last row of all. */
  first?: string;
  last?: string;
  /** Absent when no row has a time. */
  series?: StorySeries;
  clients: StoryNames;
  users: StoryNames;
  resources: StoryNames;
  /** The first attempts: those that failed before all others, health probes and preflights after them. */
  examples: StoryAttempt[];
  /** False when the log has more attempts than are told of here. */
  complete: boolean;
}

/** Attempts by the time of their first rows, in equal steps without a gap. */
export interface StorySeries {
  /** Milliseconds of one step. */
  width: number;
  /** `from`: the same as `time`, in milliseconds since 1970. Counts by the severity of the outcome. */
  buckets: ({ time: string; from: number } & Record<Severity, number>)[];
}

/**
 * Names of one kind: those with most failed attempts first, then those with most attempts. Health
 * probes and preflights put no name first.
 */
export interface StoryNames {
  /** Distinct names; at least so many when `more` is there. */
  distinct: number;
  more?: true;
  /** `outcome` is the most frequent one, of the failed attempts if there are any. */
  top: { name: string; attempts: number; failed: number; outcome: Outcome }[];
}

export interface StoryAttempt {
  /** Its number; asks for its rows. */
  attempt: number;
  outcome: Outcome;
  time?: string;
  client?: string;
  user?: string;
  resource?: string;
  /** Of the last 401, when it failed. */
  substatus?: number;
  win32?: number;
  rows: number;
}
