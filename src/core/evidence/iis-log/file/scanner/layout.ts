/**
 * Where things lie in the memory that the scanner shares with its host, and how a record is laid
 * out. All numbers are bytes; both sides import this file.
 */

/** What the host sets before a scan: one byte per column, a role of the table below. */
export const COLUMN_ROLES = 65_536;
export const MAX_COLUMNS = 64;
/** u32: number of columns. */
export const COLUMN_COUNT = 65_600;
/** f64: midnight of `#Date` for rows that have only a time; NaN when there is none. */
export const MIDNIGHT = 65_608;

/** u8: the character between values, a space where IIS wrote the rows. */
export const DELIMITER = 67_077;
/**
 * What stands before each row, as grep prints it: bytes that are the same in every line, and which of
 * these follow: a `:` or `-`, a number with another one behind it, a space. Length u32, flags u8.
 */
export const PREFIX = 66_560;
export const MAX_PREFIX = 512;
export const PREFIX_LENGTH = 67_072;
export const PREFIX_FLAGS = 67_076;
export const PREFIX_SEPARATED = 1;
export const PREFIX_NUMBERED = 2;
export const PREFIX_SPACED = 4;

/** What the last scan did, u32 each: its records, its lines, and the rows that it counted. */
export const RECORD_COUNT = 65_616;
export const LINE_COUNT = 65_620;
export const ROW_COUNT = 65_624;
/** u32 each: offset of the first of these rows, and the lines of the scan before it. */
export const FIRST_ROW_AT = 65_628;
export const FIRST_ROW_LINE = 65_632;

/** Rows by status, substatus and Win32 status: `u64 key, i64 count` each, open addressing. */
export const STATUS_TABLE = 131_072;
export const STATUS_SLOTS = 16_384;
export const STATUS_SLOT_BYTES = 16;
/** u32: slots in use, and which they are, u32 each. */
export const STATUS_COUNT = 65_636;
export const STATUS_LIST = 67_584;

/** The scanner's own: i32 per role, its column. */
export const COLUMN_OF = 65_664;

/**
 * Room of each thread that works on the same memory: u32 per column, the character before it; u32 twice
 * per column, where its value begins and ends when it may be in quotes; and what tells the visitor of
 * one row, as it is hashed.
 */
export const SCRATCH = 11_075_584;
export const SCRATCH_BYTES = 196_608;
export const THREADS = 8;
export const BOUNDS = 0;
export const VALUES = 1_024;
export const KEY_BUFFER = 2_048;

/**
 * What the last scan found, in three tables. Of most records, those of accepted answers that end no
 * attempt, only the heads are ever looked at, which therefore lie close together.
 */
export const HEADS = 589_824;
export const RECORD_CAPACITY = 131_072;
export const HEAD_BYTES = 4;
/** u16: 0 for a line that the scanner does not read. */
export const HEAD_STATUS = 0;
/** u16: bits of a hash of client and resource. */
export const HEAD_VISIT_BITS = 2;

/** The lines of the records. */
export const PLACES = 1_114_112;
export const PLACE_BYTES = 12;
/** u32: offset of the line in the input, and its length without the line end. */
export const PLACE_AT = 0;
export const PLACE_LENGTH = 4;
/** u32: lines before it in this scan. */
export const PLACE_LINE = 8;

/** The rest of each record; of an accepted answer only when it was completed. */
export const RECORDS = 2_686_976;
export const RECORD_BYTES = 64;
/** f64, milliseconds since 1970; NaN without a date or a time. */
export const RECORD_MS = 0;
/** u32 twice: hash of what tells a visitor. */
export const RECORD_KEY = 8;
/** u32. */
export const RECORD_WIN32 = 16;
/** u32, milliseconds; `ABSENT` when the log has no such column. */
export const RECORD_TIME_TAKEN = 20;
/** u16 offset in the line and u16 length each; length 0 for a missing column or value. */
export const RECORD_CLIENT = 24;
export const RECORD_USER = 28;
export const RECORD_STEM = 32;
export const RECORD_AGENT = 36;
export const RECORD_VERB = 40;
/** u32: hash of client and site. */
export const RECORD_PARTY = 44;
/** u32 twice: hash of the user's name; 0 for a missing one. */
export const RECORD_USER_HASH = 48;
/** u16; `NONE` when the log has no such column. */
export const RECORD_SUBSTATUS = 56;
/** u8: 1 when the row has a Win32 status. */
export const RECORD_HAS_WIN32 = 58;

export const NONE = 0xffff;
export const ABSENT = 0xffff_ffff;

/** The input, from here to the end of the memory. */
export const INPUT = 12_648_448;
/** Bytes that must be readable behind the input, as the scanner reads 64 at a time. */
export const INPUT_SLACK = 128;

/** Roles of columns. */
export const ROLE_OTHER = 0;
export const ROLE_DATE = 1;
export const ROLE_TIME = 2;
export const ROLE_SITE = 3;
export const ROLE_VERB = 4;
export const ROLE_STEM = 5;
export const ROLE_PORT = 6;
export const ROLE_USER = 7;
export const ROLE_CLIENT = 8;
export const ROLE_AGENT = 9;
export const ROLE_STATUS = 10;
export const ROLE_SUBSTATUS = 11;
export const ROLE_WIN32 = 12;
export const ROLE_TIME_TAKEN = 13;
export const ROLE_FORWARDED = 14;
export const ROLES = 15;
