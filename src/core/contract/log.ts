/** Logs: their rows, their attempts, and how both were read. */
import type { Span } from '../facts/span.ts';
import type { Field } from './field.ts';
import type { Outcome } from './outcome.ts';
import type { Story } from './story.ts';

export interface Log {
  format: 'w3c' | 'iis' | 'ncsa' | 'httperr' | 'mixed';
  /** Rows read, and rows that could not be. */
  rows: number;
  unreadable: number;
  /** Rows per status, most frequent first. */
  statuses: { status: number; substatus?: number; win32?: number; rows: number }[];
  /** The interesting rows (401 and what surrounds them); see `limits.logEntries`. */
  entries: LogEntry[];
  /** Attempts, classified; most frequent first. */
  sequences: Sequence[];
  /** How the rows were read, in the order of the paste; see `limits.logReadings`. */
  reading: LogReading[];
  /** The same attempts by time and by name; absent when there is none. */
  story?: Story;
}

/** Rows that were read in one way: under one header, as one set of columns, by type. */
export interface LogReading {
  format: Exclude<Log['format'], 'mixed'>;
  /**
   * `fields`: a #Fields line. `header`: a line of names without it. `columns`: as the reader says.
   * `earlier`: a #Fields line of an earlier file or text that fits. `set`: the columns of a known
   * version, see `name`. `rows`: what the values of many rows look like, column by column. `types`: each
   * value by what it looks like. `native`, `ncsa`: formats with fixed columns. `pairs`: names stand beside the values. `bare`:
   * the codes alone.
   */
  by:
    | 'fields'
    | 'header'
    | 'columns'
    | 'earlier'
    | 'set'
    | 'rows'
    | 'types'
    | 'native'
    | 'ncsa'
    | 'pairs'
    | 'bare';
  /** Who writes such columns: `IIS 8 to 10, default`. */
  name?: string;
  /** Column of each value of the first row, in its order; '' for one of no column. */
  columns: string[];
  /** The values of that row; long ones are cut. */
  values: string[];
  /** Rows read in this way. */
  rows: number;
  /** Of these, rows that were damaged: put together, taken apart or read by type. */
  repaired: number;
  /** Line of the first row, counted from 1. */
  firstLine: number;
  /** Lines of the first damaged rows. */
  lines?: number[];
}

export interface LogEntry {
  /** Line of the paste or of its file, counted from 1. */
  line: number;
  /** Name of its file, when several were read together. */
  file?: string;
  /** ISO 8601; UTC for W3C and HTTPERR rows. */
  time?: string;
  clientIp?: string;
  user?: string;
  method?: string;
  uri?: string;
  status: number;
  substatus?: number;
  /** Unsigned 32-bit, as IIS writes it. */
  win32?: number;
  /** `401.2` by its name in the code table. */
  substatusName?: string;
  /** The win32 status by its symbol. */
  win32Name?: string;
  /** Milliseconds. */
  timeTaken?: number;
  /** True when the row was damaged and its values were found by type instead of by column. */
  recovered?: boolean;
  at: Span;
  /** The row's columns, in paste order, each with its meaning. */
  fields: Field[];
}

export interface Sequence {
  outcome: Outcome;
  /** Attempts with this outcome. */
  count: number;
  /** Rows in them. */
  rows: number;
  /** Distinct clients. */
  clients: number;
  /** Site path of the article. */
  article: string;
  /** Indices into `entries` of the first such attempt. */
  example: number[];
  /** Indices into `entries` of the 401s of further attempts, for the evidence. */
  others: number[];
  /** The first few of each, in the order of the log. */
  clientNames: string[];
  userNames: string[];
  uris: string[];
  /** Distinct user names and resources; the lists above may be shorter. */
  users: number;
  resources: number;
  /** ISO 8601, of the first and the last row. */
  first?: string;
  last?: string;
  /** sc-substatus and sc-win32-status of the row that decided, in the first attempt. */
  substatus?: number;
  win32?: number;
}
