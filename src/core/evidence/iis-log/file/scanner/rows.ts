/**
 * The scanner of clean W3C rows: AssemblyScript, compiled to WebAssembly with SIMD. It walks over
 * bytes 64 at a time, finds the columns of each line, and reads the rows that are exactly as their
 * header says. It counts all rows by status and writes a record for every 401, a short record for
 * every answer that may end an attempt (the host has those completed that do), and one without a
 * status for every other line (directives, damaged rows, anything unusual), which the readers of
 * text are to read.
 *
 * It may refuse a line that the text reader would read; it must never read one differently.
 *
 * All state is in memory, at the places of `layout.ts`: where the memory is shared, one thread scans
 * and another completes.
 */
import {
  ABSENT,
  COLUMN_COUNT,
  COLUMN_OF,
  COLUMN_ROLES,
  FIRST_ROW_AT,
  FIRST_ROW_LINE,
  HEADS,
  HEAD_BYTES,
  HEAD_STATUS,
  HEAD_VISIT_BITS,
  INPUT,
  KEY_BUFFER,
  LINE_COUNT,
  MIDNIGHT,
  NONE,
  PLACES,
  PLACE_AT,
  PLACE_BYTES,
  PLACE_LENGTH,
  PLACE_LINE,
  RECORDS,
  RECORD_AGENT,
  RECORD_BYTES,
  RECORD_CAPACITY,
  RECORD_CLIENT,
  RECORD_COUNT,
  RECORD_HAS_WIN32,
  RECORD_KEY,
  RECORD_MS,
  RECORD_PARTY,
  RECORD_STEM,
  RECORD_SUBSTATUS,
  RECORD_TIME_TAKEN,
  RECORD_USER,
  RECORD_USER_HASH,
  RECORD_VERB,
  RECORD_WIN32,
  ROLES,
  ROLE_AGENT,
  ROLE_CLIENT,
  ROLE_DATE,
  ROLE_FORWARDED,
  ROLE_OTHER,
  ROLE_PORT,
  ROLE_SITE,
  ROLE_STATUS,
  ROLE_STEM,
  ROLE_SUBSTATUS,
  ROLE_TIME,
  ROLE_TIME_TAKEN,
  ROLE_USER,
  ROLE_VERB,
  ROLE_WIN32,
  ROW_COUNT,
  SCRATCH,
  SCRATCH_BYTES,
  STATUS_COUNT,
  STATUS_LIST,
  STATUS_SLOTS,
  STATUS_SLOT_BYTES,
  STATUS_TABLE,
} from './layout';
import {
  addBounds,
  configured,
  DIGIT_0,
  endOf,
  firstBits,
  isDelimited,
  isPlain,
  marksOf,
  ownTabs,
  PLUS,
  roomOfThread,
  rowStart,
  setBound,
  SPACE,
  split,
  startOf,
} from './row-values';

const DASH: u8 = 0x2d;
const COLON: u8 = 0x3a;
const LF: u8 = 0x0a;
/** Longest line read here; IIS cuts its rows at 64 KiB. */
const LONGEST: u32 = 60_000;
/** Not a number, or too long for one. */
const BAD: u32 = 0xffff_ffff;

/** Where this thread's room for a key is. */
let keyBuffer: u32 = SCRATCH + KEY_BUFFER;

/** Sets which of the threads that work on this memory the instance is of. */
export function workAs(thread: u32): void {
  roomOfThread(thread);
  keyBuffer = SCRATCH + thread * SCRATCH_BYTES + KEY_BUFFER;
}

/**
 * Scans whole lines from `from` to `end`, both counted from the start of the input. Returns where
 * it stopped: behind the last line end, or earlier at a line that may name other columns, or when
 * the room for records is used up.
 */
export function scan(from: u32, end: u32): u32 {
  resolveRoles();
  configured();
  store<u32>(RECORD_COUNT, 0);
  store<u32>(LINE_COUNT, 0);
  store<u32>(ROW_COUNT, 0);
  const first = INPUT + from;
  return (isPlain() ? scanPlain(first, INPUT + end) : scanLines(first, INPUT + end)) - INPUT;
}

/** Rows as IIS writes them: the spaces are found 64 bytes at a time, whatever the lines. */
function scanPlain(start: u32, last: u32): u32 {
  const columns = load<u32>(COLUMN_COUNT);
  let column: u32 = 0;
  let odd = false;
  setBound(0, start - 1);
  for (let block = start; block < last; block += 64) {
    let spaces = marksOf(block, SPACE);
    let ends = marksOf(block, LF);
    let others = controls(block);
    if (last - block < 64) {
      const inside = firstBits(last - block);
      spaces &= inside;
      ends &= inside;
      others &= inside;
    }
    others = oddOnes(block, others & ~ends);
    for (; ends != 0; ends &= ends - 1) {
      const at = block + <u32>ctz(ends);
      const below = (ends & (0 - ends)) - 1;
      column = addBounds(column, block, spaces & below);
      odd = odd || (others & below) != 0;
      spaces &= ~below;
      others &= ~below;
      const before = lineEnd(start, at);
      setBound(columns, before);
      odd = odd || column + 1 != columns || !readRow(start, before);
      if (isOver(start, start, before, odd)) return at + 1;
      start = at + 1;
      column = 0;
      odd = false;
      setBound(0, at);
    }
    column = addBounds(column, block, spaces);
    odd = odd || others != 0;
  }
  return start;
}

/** Rows behind a prefix, or with other characters between their values: split one by one. */
function scanLines(start: u32, last: u32): u32 {
  let odd = false;
  for (let block = start; block < last; block += 64) {
    let ends = marksOf(block, LF);
    let others = controls(block) & ~ownTabs(block);
    if (last - block < 64) {
      const inside = firstBits(last - block);
      ends &= inside;
      others &= inside;
    }
    others = oddOnes(block, others & ~ends);
    for (; ends != 0; ends &= ends - 1) {
      const at = block + <u32>ctz(ends);
      const below = (ends & (0 - ends)) - 1;
      odd = odd || (others & below) != 0;
      others &= ~below;
      const before = lineEnd(start, at);
      const row = rowStart(start, before);
      odd = odd || row == 0 || !split(row, before) || !readRow(row, before);
      if (isOver(start, row == 0 ? start : row, before, odd)) return at + 1;
      start = at + 1;
      odd = false;
    }
    odd = odd || others != 0;
  }
  return start;
}

/** The line's end without the CR before its LF. */
// @ts-ignore: decorator
@inline
function lineEnd(start: u32, at: u32): u32 {
  return at > start && load<u8>(at - 1) == 0x0d ? at - 1 : at;
}

/**
 * Counts a line, which is handed back when it is odd. True when the scan is over: the room for records
 * is used up, or a line that does not begin with a date may name other columns from here on.
 */
// @ts-ignore: decorator
@inline
function isOver(start: u32, row: u32, end: u32, odd: bool): bool {
  if (odd) handBack(start, end);
  store<u32>(LINE_COUNT, load<u32>(LINE_COUNT) + 1);
  const mayTurn = odd && load<u8>(row) - DIGIT_0 > 9;
  return mayTurn || load<u32>(RECORD_COUNT) == RECORD_CAPACITY;
}

/**
 * Completes the short record of an accepted answer. Returns 0, or when its line is to be read as text
 * after all, the key that it was counted under; see `count`.
 */
export function complete(number: u32): u64 {
  configured();
  const head = HEADS + number * HEAD_BYTES;
  const place = PLACES + number * PLACE_BYTES;
  const start = INPUT + load<u32>(place, PLACE_AT);
  split(start, start + load<u32>(place, PLACE_LENGTH));
  if (fill(number, start)) return 0;
  return statusKey(load<u16>(head, HEAD_STATUS), substatusOfRow(), win32OfRow());
}

/** The bytes of 64 that no clean row holds, or only in some places: controls and `]`. */
// @ts-ignore: decorator
@inline
function controls(block: u32): u64 {
  const a = <u64>i8x16.bitmask(isControl(v128.load(block)));
  const b = <u64>i8x16.bitmask(isControl(v128.load(block, 16)));
  const c = <u64>i8x16.bitmask(isControl(v128.load(block, 32)));
  const d = <u64>i8x16.bitmask(isControl(v128.load(block, 48)));
  return a | (b << 16) | (c << 32) | (d << 48);
}

// @ts-ignore: decorator
@inline
function isControl(bytes: v128): v128 {
  return v128.or(i8x16.le_u(bytes, i8x16.splat(0x1f)), i8x16.eq(bytes, i8x16.splat(0x5d)));
}

/** Finds the column of each role; -1 when the log has none. */
function resolveRoles(): void {
  for (let role: u32 = 0; role < <u32>ROLES; role++) store<i32>(COLUMN_OF + 4 * role, -1);
  for (let i = load<u32>(COLUMN_COUNT); i > 0; i--) {
    // Of two columns with one name the first is meant.
    store<i32>(COLUMN_OF + 4 * <u32>load<u8>(COLUMN_ROLES + i - 1), i - 1);
  }
}

// @ts-ignore: decorator
@inline
function columnOf(role: u32): i32 {
  return load<i32>(COLUMN_OF + 4 * role);
}

/** Of marked bytes, those that no clean row holds: all but CR in a line end, and `]` without `(`. */
function oddOnes(block: u32, marks: u64): u64 {
  let odd: u64 = 0;
  for (; marks != 0; marks &= marks - 1) {
    const bit = <u32>ctz(marks);
    const byte = load<u8>(block + bit);
    const next = load<u8>(block + bit, 1);
    if (byte == 0x0d ? next != 0x0a : byte != 0x5d || next == 0x28) odd |= (<u64>1) << bit;
  }
  return odd;
}

/** Begins a record of the line from `start` to `end`. Returns its number. */
// @ts-ignore: decorator
@inline
function begin(start: u32, end: u32, status: u32): u32 {
  const number = load<u32>(RECORD_COUNT);
  const place = PLACES + number * PLACE_BYTES;
  store<u32>(place, start - INPUT, PLACE_AT);
  store<u32>(place, end - start, PLACE_LENGTH);
  store<u32>(place, load<u32>(LINE_COUNT), PLACE_LINE);
  store<u16>(HEADS + number * HEAD_BYTES, <u16>status, HEAD_STATUS);
  store<u32>(RECORD_COUNT, number + 1);
  return number;
}

/** A line that is not read here. */
function handBack(start: u32, end: u32): void {
  begin(start, end, 0);
}

/** Counts the row and, where it may matter, writes its record; false when it is not as it should be. */
function readRow(start: u32, end: u32): bool {
  if (end - start > LONGEST || load<u8>(end - 1) >= 0x80 || load<u8>(start) == 0x23) return false;
  if (isQuote(load<u8>(startOf(0))) || isClosed() || hasGap()) return false;
  const status = numberIn(columnOf(ROLE_STATUS), 3);
  if (status < 100 || status > 599) return false;
  const substatus = substatusOfRow();
  const win32 = win32OfRow();
  const isMax = win32 == BAD && isMaximum(columnOf(ROLE_WIN32));
  if (substatus == BAD || (win32 == BAD && !isMax)) return false;
  const taken = columnOf(ROLE_TIME_TAKEN);
  if (taken >= 0 && numberIn(taken, 9) == BAD) return false;
  if (!isVerb(columnOf(ROLE_VERB)) || !isPort(columnOf(ROLE_PORT))) return false;
  const site = columnOf(ROLE_SITE);
  if (site >= 0 && isOtherService(startOf(site), endOf(site))) return false;
  const stem = columnOf(ROLE_STEM);
  if (stem >= 0 && load<u8>(startOf(stem)) != 0x2f) return false;
  instant();
  if (isBadTime) return false;
  const user = columnOf(ROLE_USER);
  if (user >= 0 && !isNothing(user) && isOddUser(user)) return false;

  if (status == 401) {
    const number = begin(start, end, status);
    if (!fill(number, start)) {
      store<u32>(RECORD_COUNT, number);
      return false;
    }
  } else if (user >= 0 ? !isNothing(user) : status >= 200 && status < 400) {
    findClient();
    // Only the text reader knows what else stands for a client.
    if (clientEnd > clientStart && !isAddress(clientStart, clientEnd)) return false;
    const number = begin(start, end, status);
    store<u16>(HEADS + number * HEAD_BYTES, visitBits(), HEAD_VISIT_BITS);
  }
  count(status, substatus, win32);
  const rows = load<u32>(ROW_COUNT);
  if (rows == 0) {
    store<u32>(FIRST_ROW_AT, start - INPUT);
    store<u32>(FIRST_ROW_LINE, load<u32>(LINE_COUNT));
  }
  store<u32>(ROW_COUNT, rows + 1);
  return true;
}

// @ts-ignore: decorator
@inline
function isQuote(byte: u8): bool {
  return byte == 0x22 || byte == 0x27 || byte == 0x60;
}

/** Does the row end with a quote, or with one and up to three marks, as in `6437";`? */
// @ts-ignore: decorator
@inline
function isClosed(): bool {
  const column = load<u32>(COLUMN_COUNT) - 1;
  const start = startOf(column);
  let at = endOf(column);
  if (at == start || load<u8>(at - 1) - DIGIT_0 <= 9) return false;
  const least = at - start > 4 ? at - 4 : start;
  while (at > least) if (isQuote(load<u8>(--at))) return true;
  return false;
}

/**
 * Is a value missing that the text reader would look for elsewhere? Two spaces in a row, or one at an
 * end, leave a column empty; between commas some columns may be.
 */
function hasGap(): bool {
  const columns = load<u32>(COLUMN_COUNT);
  let empty = false;
  for (let i: u32 = 0; i < columns; i++) {
    empty = empty || (startOf(i) >= endOf(i) && !(isDelimited() && mayBeEmpty(i)));
  }
  return empty;
}

function mayBeEmpty(column: u32): bool {
  const role = load<u8>(COLUMN_ROLES + column);
  return (
    role == ROLE_OTHER || role == ROLE_USER || role == ROLE_AGENT || role == ROLE_FORWARDED
  );
}

/**
 * Fills the record of the line whose columns have been found. False when only the text reader can
 * tell its client: it is no plain address, or there are bytes beyond ASCII in the resource or agent.
 */
function fill(number: u32, start: u32): bool {
  findClient();
  if (clientEnd > clientStart && !isAddress(clientStart, clientEnd)) return false;
  const keyEnd = writeKey();
  if (keyEnd == 0) return false;
  store<u16>(HEADS + number * HEAD_BYTES, visitBits(), HEAD_VISIT_BITS);
  const record = RECORDS + number * RECORD_BYTES;
  store<f64>(record, instant(), RECORD_MS);
  store<u64>(record, hash(keyBuffer, keyEnd), RECORD_KEY);
  store<u16>(record, <u16>substatusOfRow(), RECORD_SUBSTATUS);
  store<u32>(record, win32OfRow(), RECORD_WIN32);
  store<u8>(record, columnOf(ROLE_WIN32) >= 0 ? 1 : 0, RECORD_HAS_WIN32);
  const taken = columnOf(ROLE_TIME_TAKEN);
  store<u32>(record, taken < 0 ? ABSENT : numberIn(taken, 9), RECORD_TIME_TAKEN);
  store<u16>(record, <u16>(clientStart - start), RECORD_CLIENT);
  store<u16>(record, <u16>(clientEnd - clientStart), RECORD_CLIENT + 2);
  const user = columnOf(ROLE_USER);
  const named = user >= 0 && !isNothing(user);
  writeRange(record + RECORD_USER, start, named ? user : -1);
  store<u64>(record, named ? hash(startOf(user), endOf(user)) : 0, RECORD_USER_HASH);
  writeRange(record + RECORD_STEM, start, columnOf(ROLE_STEM));
  writeValue(record + RECORD_AGENT, start, columnOf(ROLE_AGENT));
  writeValue(record + RECORD_VERB, start, columnOf(ROLE_VERB));
  store<u32>(record, <u32>hash(keyBuffer, partyEnd), RECORD_PARTY);
  return true;
}

// @ts-ignore: decorator
@inline
function substatusOfRow(): u32 {
  const column = columnOf(ROLE_SUBSTATUS);
  return column < 0 ? NONE : numberIn(column, 3);
}

// @ts-ignore: decorator
@inline
function win32OfRow(): u32 {
  const column = columnOf(ROLE_WIN32);
  return column < 0 ? 0 : numberIn(column, 10);
}

function writeRange(at: u32, start: u32, column: i32): void {
  store<u16>(at, column < 0 ? 0 : <u16>(startOf(column) - start));
  store<u16>(at, column < 0 ? 0 : <u16>(endOf(column) - startOf(column)), 2);
}

/** The same; empty for `-`. */
function writeValue(at: u32, start: u32, column: i32): void {
  writeRange(at, start, column < 0 || isNothing(column) ? -1 : column);
}

// @ts-ignore: decorator
@inline
function isNothing(column: i32): bool {
  const start = startOf(column);
  const length = endOf(column) - start;
  return length == 0 || (length == 1 && load<u8>(start) == DASH);
}

/**
 * `\N`, a value that begins outside ASCII (perhaps a dash that an editor changed), or an address with
 * or without a port, as under a header whose columns were swapped.
 */
function isOddUser(column: i32): bool {
  const start = startOf(column);
  const end = endOf(column);
  const first = load<u8>(start);
  if (first >= 0x80 || (first == 0x5c && end - start == 2)) return true;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte == COLON || byte == 0x2c) return true;
  }
  return isAddress(start, end);
}

/** The decimal number of a column; BAD when it is none or has more than `digits` digits. */
function numberIn(column: i32, digits: u32): u32 {
  const start = startOf(column);
  const length = endOf(column) - start;
  if (length > digits) return BAD;
  if (length <= 8) return shortNumber(start, length);
  let value: u64 = 0;
  for (let at = start; at < start + length; at++) {
    const digit = load<u8>(at) - DIGIT_0;
    if (digit > 9) return BAD;
    value = value * 10 + digit;
  }
  return value > 0xffff_ffff ? BAD : <u32>value;
}

/** One to eight digits at once: those missing in front are taken as zeros. */
// @ts-ignore: decorator
@inline
function shortNumber(start: u32, length: u32): u32 {
  const zeros: u64 = 0x3030_3030_3030_3030;
  const missing = 64 - 8 * <u64>length;
  let word = load<u64>(start);
  word = length == 8 ? word : (word << missing) | (zeros >> (64 - missing));
  const isBad = ((word + 0x4646_4646_4646_4646) | (word - zeros)) & 0x8080_8080_8080_8080;
  if (isBad != 0) return BAD;
  word -= zeros;
  // Pairs of digits, then fours, then all eight.
  word = word * 10 + (word >> 8);
  const fours = (word & 0xff_0000_00ff) * 0xf_4240_0000_0064;
  const others = ((word >> 16) & 0xff_0000_00ff) * 0x2710_0000_0001;
  return <u32>((fours + others) >> 32);
}

/** Is the number that equals BAD really written there? */
function isMaximum(column: i32): bool {
  return (
    endOf(column) - startOf(column) == 10 &&
    load<u64>(startOf(column)) == 0x3639_3439_3639_3234 &&
    load<u16>(startOf(column) + 8) == 0x3539
  );
}

/**
 * Capital letters, `-` and `_`; anything else is looked at as text, as are the verbs of FTP, SMTP and
 * NNTP (`rows/other-services.ts`): nearly all short ones, and some by their first four letters.
 */
function isVerb(column: i32): bool {
  if (column < 0) return true;
  const start = startOf(column);
  const length = endOf(column) - start;
  const letters = load<u32>(start);
  if (length == 3 && (letters & 0xff_ffff) == GET) return true;
  if (length == 4 && (letters == POST || letters == HEAD)) return true;
  for (let at = start; at < start + length; at++) {
    const byte = load<u8>(at);
    if ((byte < 0x41 || byte > 0x5a) && byte != DASH && byte != 0x5f) return false;
  }
  if (length < 3) return true;
  if (length == 3) return (letters & 0xff_ffff) == PUT;
  if (length == 4) return letters == COPY || letters == MOVE || letters == LOCK || letters == POLL;
  return !(
    letters == AUTH ||
    letters == LIST ||
    letters == STAR ||
    letters == ARTI ||
    letters == GROU ||
    letters == IHAV ||
    letters == NEWG ||
    letters == NEWN ||
    letters == XOVE
  );
}

/** The first letters of verbs, as they are loaded: the first one lowest. */
const GET: u32 = 0x54_4547;
const PUT: u32 = 0x54_5550;
const POST: u32 = 0x5453_4f50;
const HEAD: u32 = 0x4441_4548;
const COPY: u32 = 0x5950_4f43;
const MOVE: u32 = 0x4556_4f4d;
const LOCK: u32 = 0x4b43_4f4c;
const POLL: u32 = 0x4c4c_4f50;
const AUTH: u32 = 0x4854_5541;
const LIST: u32 = 0x5453_494c;
const STAR: u32 = 0x5241_5453;
const ARTI: u32 = 0x4954_5241;
const GROU: u32 = 0x554f_5247;
const IHAV: u32 = 0x5641_4849;
const NEWG: u32 = 0x4757_454e;
const NEWN: u32 = 0x4e57_454e;
const XOVE: u32 = 0x4556_4f58;

/** A TCP port, not one of FTP's. */
function isPort(column: i32): bool {
  if (column < 0) return true;
  const port = numberIn(column, 5);
  return port <= 65_535 && port != 21 && port != 990;
}

/** `MSFTPSVC1` and its kin, whose rows hold no HTTP statuses; `W3SVC1` is the web's. */
function isOtherService(start: u32, end: u32): bool {
  while (end > start && load<u8>(end - 1) - DIGIT_0 <= 9) end--;
  const isService = end - start > 3 && ((load<u32>(end - 3) & 0xff_ffff) | 0x20_2020) == 0x63_7673;
  return isService && (load<u8>(start) | 0x20) != 0x77;
}

let isBadTime: bool = false;
/** The last date and time that were read, and their instant. */
let lastDay: u64 = 0;
let lastYear: u16 = 0;
let lastMidnight: f64 = NaN;
let lastTime: u64 = 0;
let lastSecond: u32 = 0;

/** Milliseconds since 1970 of the row; sets `isBadTime` when date or time are not as IIS writes. */
function instant(): f64 {
  isBadTime = false;
  const dateColumn = columnOf(ROLE_DATE);
  const timeColumn = columnOf(ROLE_TIME);
  const midnight = dateColumn < 0 ? load<f64>(MIDNIGHT) : midnightOf(dateColumn);
  if (timeColumn < 0) {
    isBadTime = dateColumn >= 0;
    return NaN;
  }
  const at = startOf(timeColumn);
  const time = load<u64>(at);
  if (endOf(timeColumn) - at != 8) isBadTime = true;
  else if (time != lastTime) {
    const hours = twoDigits(at);
    const minutes = twoDigits(at + 3);
    const seconds = twoDigits(at + 6);
    const colons = load<u8>(at + 2) == COLON && load<u8>(at + 5) == COLON;
    if (!colons || hours > 23 || minutes > 59 || seconds > 60) isBadTime = true;
    else {
      lastTime = time;
      lastSecond = (hours * 60 + minutes) * 60 + seconds;
    }
  }
  return isBadTime ? NaN : midnight + <f64>(lastSecond * 1000);
}

/** `2026-03-02`; the same date comes many times in a row. */
function midnightOf(column: i32): f64 {
  const at = startOf(column);
  const head = load<u64>(at);
  const tail = load<u16>(at + 8);
  if (endOf(column) - at != 10) {
    isBadTime = true;
    return NaN;
  }
  if (head == lastDay && tail == lastYear) return lastMidnight;
  const year = twoDigits(at) * 100 + twoDigits(at + 2);
  const month = twoDigits(at + 5);
  const date = twoDigits(at + 8);
  const dashes = load<u8>(at + 4) == DASH && load<u8>(at + 7) == DASH;
  if (!dashes || year < 1970 || year > 2199 || month < 1 || month > 12 || date < 1 || date > 31) {
    isBadTime = true;
    return NaN;
  }
  lastDay = head;
  lastYear = tail;
  lastMidnight = <f64>daysBefore(year, month, date) * 86_400_000;
  return lastMidnight;
}

/** Days from 1970-01-01, of the Gregorian calendar; a 31st of a short month runs on. */
function daysBefore(year: u32, month: u32, date: u32): i32 {
  const y = <i32>year - (month <= 2 ? 1 : 0);
  const era = y / 400;
  const yearOfEra = y - era * 400;
  const shifted = <i32>(month > 2 ? month - 3 : month + 9);
  const dayOfYear = (153 * shifted + 2) / 5 + <i32>date - 1;
  const dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Two decimal digits; a number above 99 when they are none. */
function twoDigits(at: u32): u32 {
  const tens = <u32>load<u8>(at) - DIGIT_0;
  const ones = <u32>load<u8>(at + 1) - DIGIT_0;
  return tens > 9 || ones > 9 ? 1_000 : tens * 10 + ones;
}

/** The client's address in the row under way; empty when the log has none. */
let clientStart: u32 = 0;
let clientEnd: u32 = 0;

/** Finds the client: the first address that a proxy wrote down, else c-ip. */
function findClient(): void {
  const column = columnOf(ROLE_CLIENT);
  clientStart = column < 0 ? startOf(0) : startOf(column);
  clientEnd = column < 0 ? clientStart : endOf(column);
  const forwarded = columnOf(ROLE_FORWARDED);
  if (forwarded < 0 || isNothing(forwarded)) return;
  clientStart = startOf(forwarded);
  clientEnd = clientStart;
  while (clientEnd < endOf(forwarded) && load<u8>(clientEnd) != 0x2c) clientEnd++;
  withoutPort();
}

/** Takes the port off `203.0.113.7:50123` and `[2001:db8::7]:50123`. */
function withoutPort(): void {
  let at = clientEnd;
  while (at > clientStart && load<u8>(at - 1) - DIGIT_0 <= 9) at--;
  const hasPort = at < clientEnd && at - 1 > clientStart && load<u8>(at - 1) == COLON;
  if (load<u8>(clientStart) == 0x5b) {
    const end = hasPort ? at - 1 : clientEnd;
    if (load<u8>(end - 1) != 0x5d) return;
    clientStart++;
    clientEnd = end - 1;
  } else if (hasPort) {
    for (let i = clientStart; i < at - 1; i++) if (load<u8>(i) == COLON) return;
    clientEnd = at - 1;
  }
}

/** IPv4 in four groups, or IPv6 in groups of up to four hex digits with a zone of digits. */
function isAddress(start: u32, end: u32): bool {
  let dots = 0;
  let colons = 0;
  let group = 0;
  let hex = false;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte - DIGIT_0 <= 9) group++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66) {
      group++;
      hex = true;
    } else if (byte == 0x2e) {
      if (group == 0 || group > 3) return false;
      dots++;
      group = 0;
    } else if (byte == COLON) {
      if (group > 4) return false;
      colons++;
      group = 0;
    } else if (byte == 0x25 && colons >= 2 && at + 1 < end) {
      for (at++; at < end; at++) if (load<u8>(at) - DIGIT_0 > 9) return false;
    } else return false;
  }
  if (dots == 0) return colons >= 2 && group <= 4;
  return dots == 3 && colons == 0 && !hex && group >= 1 && group <= 3;
}

/** Where the client and the site of the key under way end. */
let partyEnd: u32 = 0;

/**
 * Writes what tells a visitor: address, site, port, method, path in lower case, agent with runs of
 * `+` as one. Returns the end, or 0 when the row holds bytes beyond ASCII there, whose case only the
 * text reader knows.
 */
function writeKey(): u32 {
  let to = keyBuffer;
  if (clientEnd == clientStart) store<u8>(to++, 0x3f);
  else to = copy(clientStart, clientEnd, to);
  store<u8>(to++, 0x0a);
  to = copyValue(columnOf(ROLE_SITE), to);
  partyEnd = to;
  store<u8>(to++, 0x0a);
  to = copyValue(columnOf(ROLE_PORT), to);
  store<u8>(to++, 0x0a);
  const verb = columnOf(ROLE_VERB);
  if (verb >= 0 && !isNothing(verb)) to = copy(startOf(verb), endOf(verb), to);
  store<u8>(to++, 0x0a);
  const stem = columnOf(ROLE_STEM);
  if (stem >= 0) to = copyLowered(stem, to);
  if (to == 0) return 0;
  store<u8>(to++, 0x0a);
  const agent = columnOf(ROLE_AGENT);
  if (agent >= 0 && !isNothing(agent)) to = copyAgent(agent, to);
  return to;
}

/** Copies a column; nothing of a missing one and of `-`. */
function copyValue(column: i32, to: u32): u32 {
  return column < 0 || isNothing(column) ? to : copy(startOf(column), endOf(column), to);
}

/** Copies 16 bytes at once; what is written behind the end is written over. */
function copy(start: u32, end: u32, to: u32): u32 {
  for (let at = start; at < end; at += 16) v128.store(to + (at - start), v128.load(at));
  return to + (end - start);
}

/** Copies with ASCII letters in lower case; 0 when there are bytes beyond ASCII. */
function copyLowered(column: i32, to: u32): u32 {
  const start = startOf(column);
  const length = endOf(column) - start;
  for (let i: u32 = 0; i < length; i += 16) {
    const bytes = v128.load(start + i);
    const beyond = <u32>i8x16.bitmask(bytes);
    const rest = length - i;
    if ((rest < 16 ? beyond & ((1 << rest) - 1) : beyond) != 0) return 0;
    const upper = v128.and(
      i8x16.gt_s(bytes, i8x16.splat(0x40)),
      i8x16.lt_s(bytes, i8x16.splat(0x5b)),
    );
    v128.store(to + i, v128.or(bytes, v128.and(upper, i8x16.splat(0x20))));
  }
  return to + length;
}

/** Copies with each run of `+` and spaces as one space; 0 when there are bytes beyond ASCII. */
function copyAgent(column: i32, to: u32): u32 {
  const start = startOf(column);
  const length = endOf(column) - start;
  let last: u32 = 0;
  for (let i: u32 = 0; i < length; i += 16) {
    const bytes = v128.load(start + i);
    const pluses = v128.or(
      i8x16.eq(bytes, i8x16.splat(PLUS)),
      i8x16.eq(bytes, i8x16.splat(SPACE)),
    );
    const rest = length - i;
    const inside: u32 = rest < 16 ? (1 << rest) - 1 : 0xffff;
    if ((<u32>i8x16.bitmask(bytes) & inside) != 0) return 0;
    const marks = <u32>i8x16.bitmask(pluses) & inside;
    if ((marks & ((marks << 1) | last)) != 0) return copyRuns(start, start + length, to);
    last = marks >> 15;
    v128.store(to + i, v128.bitselect(i8x16.splat(SPACE), bytes, pluses));
  }
  return to + length;
}

/** The same byte by byte, for an agent with `++`. */
function copyRuns(start: u32, end: u32, to: u32): u32 {
  let run = false;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte >= 0x80) return 0;
    const isPlus = byte == PLUS || byte == SPACE;
    if (!isPlus) store<u8>(to++, byte);
    else if (!run) store<u8>(to++, SPACE);
    run = isPlus;
  }
  return to;
}

/** Hash of the bytes of a key that the host wrote to the key buffer. */
export function hashKey(length: u32): u64 {
  return hash(keyBuffer, keyBuffer + length);
}

/** The folded hash of a resource that the host wrote there. */
export function foldKey(length: u32): u64 {
  return foldedHash(keyBuffer, keyBuffer + length);
}

/** 64 bits of any bytes, eight at a time: wyhash's mixing without its secrets, as speed is all. */
function hash(start: u32, end: u32): u64 {
  let state: u64 = 0x9e37_79b9_7f4a_7c15 ^ <u64>(end - start);
  let at = start;
  for (; at + 8 <= end; at += 8) state = mix(state, load<u64>(at));
  // What lies behind the end is shifted out.
  const rest: u64 = at < end ? load<u64>(at) << (64 - 8 * <u64>(end - at)) : 0;
  return mix(mix(state, rest), 0xd6e8_feb8_6659_fd93);
}

/** The same of text whose case does not matter; 0 when there are bytes beyond ASCII. */
function foldedHash(start: u32, end: u32): u64 {
  let state: u64 = <u64>(end - start);
  let all: u64 = 0;
  for (let at = start; at < end; at += 8) {
    const left = end - at;
    const word = left < 8 ? load<u64>(at) << (64 - 8 * <u64>left) : load<u64>(at);
    all |= word;
    state = mix(state, word | 0x2020_2020_2020_2020);
  }
  return (all & 0x8080_8080_8080_8080) == 0 ? state : 0;
}

/** Tells most visitors apart: of all accepted answers few need be completed. */
function visitBits(): u16 {
  const stem = columnOf(ROLE_STEM);
  const resource = stem < 0 ? foldedHash(0, 0) : foldedHash(startOf(stem), endOf(stem));
  return <u16>(hash(clientStart, clientEnd) ^ resource);
}

// @ts-ignore: decorator
@inline
function mix(state: u64, word: u64): u64 {
  const product = (state ^ word) * 0xff51_afd7_ed55_8ccd;
  return product ^ (product >> 32);
}

function statusKey(status: u32, substatus: u32, win32: u32): u64 {
  const hasWin32: u64 = columnOf(ROLE_WIN32) >= 0 ? 1 : 0;
  return (<u64>status << 49) | (<u64>substatus << 33) | (hasWin32 << 32) | win32;
}

/** Counts a row; the table stops taking new combinations before it is full. */
function count(status: u32, substatus: u32, win32: u32): void {
  const key = statusKey(status, substatus, win32);
  let slot = <u32>((key * 0x9e37_79b9_7f4a_7c15) >> 50);
  for (;;) {
    const at = STATUS_TABLE + slot * STATUS_SLOT_BYTES;
    const known = load<u64>(at);
    if (known == key) {
      store<i64>(at, load<i64>(at, 8) + 1, 8);
      return;
    }
    if (known == 0) {
      const statuses = load<u32>(STATUS_COUNT);
      if (statuses == (STATUS_SLOTS * 3) / 4) return;
      store<u32>(STATUS_COUNT, statuses + 1);
      store<u32>(STATUS_LIST + 4 * statuses, slot);
      store<u64>(at, key);
      store<i64>(at, 1, 8);
      return;
    }
    slot = (slot + 1) & (STATUS_SLOTS - 1);
  }
}
