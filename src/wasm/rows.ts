/**
 * The scanner of clean W3C rows: AssemblyScript, compiled to WebAssembly with SIMD. It walks over
 * bytes 16 at a time, finds the columns of each line, and reads the rows that are exactly as their
 * header says. It counts all rows by status, writes a record for every 401 and for every accepted
 * answer of a client that had one, and hands every other line (directives, damaged rows, anything
 * unusual) back to the readers of text by a record without a status.
 *
 * It may refuse a line that the text reader would read; it must never read one differently.
 */
import {
  ABSENT,
  CLIENT_FILTER,
  COLUMN_ROLES,
  INPUT,
  KEY_BUFFER,
  MAX_COLUMNS,
  NONE,
  RECORD_AT,
  RECORD_BYTES,
  RECORD_CAPACITY,
  RECORD_CLIENT,
  RECORD_HAS_WIN32,
  RECORD_KEY,
  RECORD_LENGTH,
  RECORD_LINE,
  RECORD_MS,
  RECORD_STATUS,
  RECORD_STEM,
  RECORD_SUBSTATUS,
  RECORD_TIME_TAKEN,
  RECORD_USER,
  RECORD_USER_HASH,
  RECORD_WIN32,
  RECORDS,
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
  ROLES,
  STATUS_SLOT_BYTES,
  STATUS_SLOTS,
  STATUS_TABLE,
} from './layout';

const SPACE: u8 = 0x20;
const DASH: u8 = 0x2d;
const DIGIT_0: u8 = 0x30;
const COLON: u8 = 0x3a;
/** Longest line read here; IIS cuts its rows at 64 KiB. */
const LONGEST: u32 = 60_000;
/** Not a number, or too long for one. */
const BAD: u32 = 0xffff_ffff;

/** Column of each role; -1 when the log has none. */
const columnOf = new StaticArray<i32>(ROLES);
/** Offset of the space before each column of the line under way; the line end behind the last. */
const bounds = new StaticArray<u32>(MAX_COLUMNS + 2);

let columns: u32 = 0;
let records: u32 = 0;
let lines: u32 = 0;
let rows: u32 = 0;
/** Offset of the first row counted in the last scan, and the lines before it. */
let firstRow: u32 = 0;
let firstLine: u32 = 0;
let statuses: u32 = 0;
/** A line was handed back, and with it perhaps a 401 of any client. */
let isAnyoneWanted: bool = false;
let day: f64 = NaN;
/** The last date seen, and its midnight. */
let lastDate: u64 = 0;
let lastYear: u16 = 0;
let lastMidnight: f64 = NaN;

/** Takes the roles of `count` columns from memory; `midnight` is that of `#Date`, or NaN. */
export function configure(count: u32, midnight: f64): void {
  columns = count;
  day = midnight;
  for (let role = 0; role < ROLES; role++) unchecked((columnOf[role] = -1));
  for (let i: u32 = 0; i < count; i++) {
    const role = <i32>load<u8>(COLUMN_ROLES + i);
    // Of two columns with one name the first is meant.
    if (role != ROLE_OTHER && unchecked(columnOf[role]) < 0) unchecked((columnOf[role] = i));
  }
}

export function recordCount(): u32 {
  return records;
}

/** Lines in what the last scan read. */
export function lineCount(): u32 {
  return lines;
}

/** Rows counted in what the last scan read, not those handed back. */
export function rowCount(): u32 {
  return rows;
}

/** Offset of the first of these rows. */
export function firstRowAt(): u32 {
  return firstRow;
}

/** Lines of the scan before it. */
export function firstRowLine(): u32 {
  return firstLine;
}

/** Forgets the counts by status. */
export function clearStatuses(): void {
  memory.fill(STATUS_TABLE, 0, STATUS_SLOTS * STATUS_SLOT_BYTES);
  statuses = 0;
}

/**
 * Scans whole lines from `from` to `end`, both counted from the start of the input. Returns where
 * it stopped: behind the last line end, or earlier when the room for records is used up.
 */
export function scan(from: u32, end: u32): u32 {
  records = 0;
  lines = 0;
  rows = 0;
  isAnyoneWanted = false;
  const last = INPUT + end;
  let start = INPUT + from;
  let column: u32 = 0;
  let odd = false;
  unchecked((bounds[0] = start - 1));
  for (let block = start; block < last; block += 16) {
    const bytes = v128.load(block);
    // Spaces, line ends, other controls; and `]`, which may be half of a Markdown link.
    let marks = <u32>i8x16.bitmask(
      v128.or(i8x16.le_u(bytes, i8x16.splat(SPACE)), i8x16.eq(bytes, i8x16.splat(0x5d))),
    );
    for (; marks != 0; marks &= marks - 1) {
      const at = block + ctz(marks);
      if (at >= last) return start - INPUT;
      const byte = load<u8>(at);
      if (byte == SPACE) {
        column++;
        if (column <= <u32>MAX_COLUMNS) unchecked((bounds[column] = at));
      } else if (byte == 0x0a) {
        const before = at > start && load<u8>(at - 1) == 0x0d ? at - 1 : at;
        if (!odd && column + 1 == columns) {
          unchecked((bounds[columns] = before));
          odd = !readRow(start, before);
        } else odd = true;
        if (odd) handBack(start, before);
        lines++;
        // A line that does not begin with a date may name other columns from here on.
        const mayTurn = odd && load<u8>(start) - DIGIT_0 > 9;
        start = at + 1;
        if (mayTurn || records == RECORD_CAPACITY) return start - INPUT;
        column = 0;
        odd = false;
        unchecked((bounds[0] = at));
      } else if (byte == 0x0d) odd = odd || load<u8>(at + 1) != 0x0a;
      else if (byte == 0x5d) odd = odd || load<u8>(at + 1) == 0x28;
      else odd = true;
    }
  }
  return start - INPUT;
}

/** A line that is not read here. */
function handBack(start: u32, end: u32): void {
  isAnyoneWanted = true;
  const record = RECORDS + records * RECORD_BYTES;
  store<u32>(record, start - INPUT, RECORD_AT);
  store<u32>(record, end - start, RECORD_LENGTH);
  store<u32>(record, lines, RECORD_LINE);
  store<u16>(record, 0, RECORD_STATUS);
  records++;
}

// @ts-ignore: decorator
@inline
function startOf(column: i32): u32 {
  return unchecked(bounds[column]) + 1;
}

// @ts-ignore: decorator
@inline
function endOf(column: i32): u32 {
  return unchecked(bounds[column + 1]);
}

/** Counts the row and, where it matters, writes its record; false when it is not as it should be. */
function readRow(start: u32, end: u32): bool {
  if (end - start > LONGEST || load<u8>(end - 1) >= 0x80 || load<u8>(start) == 0x23) return false;
  // Two spaces in a row, or one at an end, leave a column empty.
  for (let i: u32 = 0; i < columns; i++) {
    if (unchecked(bounds[i]) + 1 >= unchecked(bounds[i + 1])) return false;
  }
  const status = numberIn(unchecked(columnOf[ROLE_STATUS]), 3);
  if (status < 100 || status > 599) return false;
  const substatusColumn = unchecked(columnOf[ROLE_SUBSTATUS]);
  const substatus = substatusColumn < 0 ? NONE : numberIn(substatusColumn, 3);
  const win32Column = unchecked(columnOf[ROLE_WIN32]);
  const win32 = win32Column < 0 ? 0 : numberIn(win32Column, 10);
  const takenColumn = unchecked(columnOf[ROLE_TIME_TAKEN]);
  const taken = takenColumn < 0 ? ABSENT : numberIn(takenColumn, 9);
  if (substatus == BAD || (win32 == BAD && !isMax(win32Column))) return false;
  if (takenColumn >= 0 && taken == BAD) return false;
  if (!isVerb(unchecked(columnOf[ROLE_VERB])) || !isPort(unchecked(columnOf[ROLE_PORT]))) {
    return false;
  }
  const site = unchecked(columnOf[ROLE_SITE]);
  if (site >= 0 && isOtherService(startOf(site), endOf(site))) return false;
  const stem = unchecked(columnOf[ROLE_STEM]);
  if (stem >= 0 && load<u8>(startOf(stem)) != 0x2f) return false;
  const ms = instant();
  if (isBadTime) return false;
  const user = unchecked(columnOf[ROLE_USER]);
  if (user >= 0 && isOddUser(user)) return false;

  const refused = status == 401;
  const named = user >= 0 && !isNothing(user);
  const wanted = refused || (user >= 0 ? named : status >= 200 && status < 400);
  if (wanted) findClient();
  const clientHash = wanted ? hash(clientStart, clientEnd) : 0;
  const wantsKey = wanted && (refused || isAnyoneWanted || isOpen(clientHash));
  // A client that is no plain address is told by the text reader, when it matters.
  if (wantsKey && clientEnd > clientStart && !isAddress(clientStart, clientEnd)) return false;
  const keyEnd = wantsKey ? writeKey() : KEY_BUFFER;
  if (keyEnd == 0) return false;

  count(status, substatus, win32, win32Column >= 0);
  if (rows == 0) {
    firstRow = start - INPUT;
    firstLine = lines;
  }
  rows++;
  if (!wantsKey) return true;
  if (refused) open(clientHash);
  const key = hash(KEY_BUFFER, keyEnd);
  const record = RECORDS + records * RECORD_BYTES;
  store<f64>(record, ms, RECORD_MS);
  store<u64>(record, key, RECORD_KEY);
  store<u32>(record, start - INPUT, RECORD_AT);
  store<u32>(record, end - start, RECORD_LENGTH);
  store<u32>(record, lines, RECORD_LINE);
  store<u16>(record, <u16>status, RECORD_STATUS);
  store<u16>(record, <u16>substatus, RECORD_SUBSTATUS);
  store<u32>(record, win32, RECORD_WIN32);
  store<u32>(record, taken, RECORD_TIME_TAKEN);
  store<u8>(record, win32Column >= 0 ? 1 : 0, RECORD_HAS_WIN32);
  store<u16>(record, <u16>(clientStart - start), RECORD_CLIENT);
  store<u16>(record, <u16>(clientEnd - clientStart), RECORD_CLIENT + 2);
  writeRange(record + RECORD_USER, start, named ? user : -1);
  const userHash = named ? <u32>hash(startOf(user), endOf(user)) : 0;
  store<u32>(record, userHash, RECORD_USER_HASH);
  writeRange(record + RECORD_STEM, start, stem);
  records++;
  return true;
}

function writeRange(at: u32, start: u32, column: i32): void {
  store<u16>(at, column < 0 ? 0 : <u16>(startOf(column) - start));
  store<u16>(at, column < 0 ? 0 : <u16>(endOf(column) - startOf(column)), 2);
}

// @ts-ignore: decorator
@inline
function isNothing(column: i32): bool {
  const start = startOf(column);
  return endOf(column) - start == 1 && load<u8>(start) == DASH;
}

/**
 * `\N`, a value that begins outside ASCII (perhaps a dash that an editor changed), or an address, as
 * under a header whose columns were swapped.
 */
function isOddUser(column: i32): bool {
  const first = load<u8>(startOf(column));
  if (isAddress(startOf(column), endOf(column))) return true;
  return first >= 0x80 || (first == 0x5c && endOf(column) - startOf(column) == 2);
}

/** The decimal number of a column; BAD when it is none or has more than `digits` digits. */
function numberIn(column: i32, digits: u32): u32 {
  const start = startOf(column);
  const end = endOf(column);
  if (end - start > digits) return BAD;
  let value: u64 = 0;
  for (let at = start; at < end; at++) {
    const digit = load<u8>(at) - DIGIT_0;
    if (digit > 9) return BAD;
    value = value * 10 + digit;
  }
  return value > 0xffff_ffff ? BAD : <u32>value;
}

/** Is the number that equals BAD really written there? */
function isMax(column: i32): bool {
  return (
    endOf(column) - startOf(column) == 10 &&
    load<u64>(startOf(column)) == 0x3639_3439_3639_3234 &&
    load<u16>(startOf(column) + 8) == 0x3539
  );
}

/** Capital letters, `-` and `_`; anything else is looked at as text. */
function isVerb(column: i32): bool {
  if (column < 0) return true;
  for (let at = startOf(column); at < endOf(column); at++) {
    const byte = load<u8>(at);
    if ((byte < 0x41 || byte > 0x5a) && byte != DASH && byte != 0x5f) return false;
  }
  return true;
}

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

/** Milliseconds since 1970 of the row; sets `isBadTime` when date or time are not as IIS writes. */
function instant(): f64 {
  isBadTime = false;
  const dateColumn = unchecked(columnOf[ROLE_DATE]);
  const timeColumn = unchecked(columnOf[ROLE_TIME]);
  const midnight = dateColumn < 0 ? day : midnightOf(dateColumn);
  if (timeColumn < 0) {
    isBadTime = dateColumn >= 0;
    return NaN;
  }
  const at = startOf(timeColumn);
  if (endOf(timeColumn) - at != 8 || load<u8>(at + 2) != COLON || load<u8>(at + 5) != COLON) {
    isBadTime = true;
    return NaN;
  }
  const hours = twoDigits(at);
  const minutes = twoDigits(at + 3);
  const seconds = twoDigits(at + 6);
  if (hours > 23 || minutes > 59 || seconds > 60) isBadTime = true;
  return midnight + <f64>(((hours * 60 + minutes) * 60 + seconds) * 1000);
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
  if (head == lastDate && tail == lastYear) return lastMidnight;
  const year = twoDigits(at) * 100 + twoDigits(at + 2);
  const month = twoDigits(at + 5);
  const date = twoDigits(at + 8);
  const dashes = load<u8>(at + 4) == DASH && load<u8>(at + 7) == DASH;
  if (!dashes || year < 1970 || year > 2199 || month < 1 || month > 12 || date < 1 || date > 31) {
    isBadTime = true;
    return NaN;
  }
  lastDate = head;
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

/** Finds the client: the first address of X-Forwarded-For, else c-ip. */
function findClient(): void {
  const column = unchecked(columnOf[ROLE_CLIENT]);
  clientStart = column < 0 ? unchecked(bounds[0]) + 1 : startOf(column);
  clientEnd = column < 0 ? clientStart : endOf(column);
  const forwarded = unchecked(columnOf[ROLE_FORWARDED]);
  if (forwarded < 0 || isNothing(forwarded)) return;
  clientStart = startOf(forwarded);
  clientEnd = clientStart;
  while (clientEnd < endOf(forwarded) && load<u8>(clientEnd) != 0x2c) clientEnd++;
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

/**
 * Writes what tells a client and a resource: address, method, path in lower case, agent with runs
 * of `+` as one. Returns the end, or 0 when the row holds bytes beyond ASCII there, whose case
 * only the text reader knows.
 */
function writeKey(): u32 {
  let to = <u32>KEY_BUFFER;
  if (clientEnd == clientStart) store<u8>(to++, 0x3f);
  else to = copy(clientStart, clientEnd, to);
  store<u8>(to++, 0x0a);
  const verb = unchecked(columnOf[ROLE_VERB]);
  if (verb >= 0 && !isNothing(verb)) to = copy(startOf(verb), endOf(verb), to);
  store<u8>(to++, 0x0a);
  const stem = unchecked(columnOf[ROLE_STEM]);
  if (stem >= 0) to = copyLowered(stem, to);
  if (to == 0) return 0;
  store<u8>(to++, 0x0a);
  const agent = unchecked(columnOf[ROLE_AGENT]);
  if (agent >= 0 && !isNothing(agent)) to = copyAgent(agent, to);
  return to;
}

function copy(start: u32, end: u32, to: u32): u32 {
  memory.copy(to, start, end - start);
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

/** Copies with each run of `+` as one space; 0 when there are bytes beyond ASCII. */
function copyAgent(column: i32, to: u32): u32 {
  const end = endOf(column);
  let run = false;
  for (let at = startOf(column); at < end; at++) {
    const byte = load<u8>(at);
    if (byte >= 0x80) return 0;
    if (byte != 0x2b) store<u8>(to++, byte);
    else if (!run) store<u8>(to++, SPACE);
    run = byte == 0x2b;
  }
  return to;
}

/** Hash of the bytes of a key that the host wrote to the key buffer. */
export function hashKey(length: u32): u64 {
  return hash(KEY_BUFFER, KEY_BUFFER + length);
}

/** 64 bits of any bytes, eight at a time: wyhash's mixing without its secrets, as speed is all. */
function hash(start: u32, end: u32): u64 {
  let state: u64 = 0x9e37_79b9_7f4a_7c15 ^ <u64>(end - start);
  let at = start;
  for (; at + 8 <= end; at += 8) state = mix(state, load<u64>(at));
  let rest: u64 = 0;
  for (; at < end; at++) rest = (rest << 8) | load<u8>(at);
  return mix(mix(state, rest), 0xd6e8_feb8_6659_fd93);
}

// @ts-ignore: decorator
@inline
function mix(state: u64, word: u64): u64 {
  const product = (state ^ word) * 0xff51_afd7_ed55_8ccd;
  return product ^ (product >> 32);
}

// @ts-ignore: decorator
@inline
function isOpen(clientHash: u64): bool {
  const bit = <u32>clientHash & 0xffff;
  return (load<u8>(CLIENT_FILTER + (bit >> 3)) & (1 << (bit & 7))) != 0;
}

function open(clientHash: u64): void {
  const bit = <u32>clientHash & 0xffff;
  const at = CLIENT_FILTER + (bit >> 3);
  store<u8>(at, load<u8>(at) | (<u8>1 << <u8>(bit & 7)));
}

/** Marks the client whose address the host wrote to the key buffer as wanted. */
export function openClient(length: u32): void {
  open(hash(KEY_BUFFER, KEY_BUFFER + length));
}

/** Counts a row; the table stops taking new combinations before it is full. */
function count(status: u32, substatus: u32, win32: u32, hasWin32: bool): void {
  const key: u64 =
    (<u64>status << 49) | (<u64>substatus << 33) | (<u64>(hasWin32 ? 1 : 0) << 32) | win32;
  let slot = <u32>((key * 0x9e37_79b9_7f4a_7c15) >> 50);
  for (;;) {
    const at = STATUS_TABLE + slot * STATUS_SLOT_BYTES;
    const known = load<u64>(at);
    if (known == key) {
      store<u64>(at, load<u64>(at, 8) + 1, 8);
      return;
    }
    if (known == 0) {
      if (statuses == (STATUS_SLOTS * 3) / 4) return;
      statuses++;
      store<u64>(at, key);
      store<u64>(at, 1, 8);
      return;
    }
    slot = (slot + 1) & (STATUS_SLOTS - 1);
  }
}
