/**
 * A row as the rules of attempts see it: numbers only, whatever it was read from. One object is filled
 * again and again, as a log may have millions of them.
 */
export interface RowNumbers {
  /** Tells its visitor (`visitor-key.ts`) and its party (one client at one site) from all others. */
  key: number;
  party: number;
  /** 16 bits of a hash of client and resource. */
  bits: number;
  status: number;
  /** -1 when the log does not say. */
  substatus: number;
  win32: number;
  /**
   * When the request began (its end minus time-taken), and when its row was written: milliseconds
   * since 1970 on the log's clock; NaN without a time.
   */
  start: number;
  end: number;
  /** The log has no time-taken, so that `start` is later than it was. */
  isStartUnknown: boolean;
  /** Id of the user's name, and of the person behind its spellings; 0 for nobody. */
  user: number;
  person: number;
  /** The log has the user's column. */
  hasUser: boolean;
  /** NCSA rows have no substatus, and no Win32 status that could stand for it. */
  isNcsa: boolean;
  /** Where the row is: offset in all texts or files, line, length. */
  place: number;
  line: number;
  length: number;
}

/** The names of a row; asked for only when its visitor is a new one. */
export interface RowNames {
  /** '' when the log does not tell. */
  client(): string;
  resource(): string;
  agent(): string;
  /** True for the OPTIONS request of a browser. */
  isPreflight(): boolean;
}

/** A row with nothing in it yet. */
export const emptyRow = (): RowNumbers => ({
  ...{ key: 0, party: 0, bits: 0, status: 0, substatus: -1, win32: -1, start: NaN, end: NaN },
  ...{ isStartUnknown: true, user: 0, person: 0, hasUser: false, isNcsa: false },
  ...{ place: 0, line: 0, length: 0 },
});

/**
 * Any answer but 401 with a user name proves the logon, 403, 404 and 500 too. Without the user
 * column only an answer that gives the resource, or says where it is, counts.
 */
export function isAccepted({ status, user, hasUser }: RowNumbers): boolean {
  if (hasUser) return user !== 0 && status !== 0 && status !== 401;
  return status >= 200 && status < 400;
}
