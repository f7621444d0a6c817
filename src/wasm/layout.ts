/**
 * Where things lie in the memory that the scanner shares with its host, and how a record is laid
 * out. All numbers are bytes; both sides import this file.
 */

/** One byte per column: a role of the table below. */
export const COLUMN_ROLES = 65_536;
export const MAX_COLUMNS = 64;

/** Bit per client hash: clients whose accepted answers are wanted. */
export const CLIENT_FILTER = 66_560;
export const CLIENT_FILTER_BYTES = 8_192;

/** Rows by status, substatus and Win32 status: `u64 key, u64 count` each, open addressing. */
export const STATUS_TABLE = 131_072;
export const STATUS_SLOTS = 16_384;
export const STATUS_SLOT_BYTES = 16;

/** Room for the client, method, resource and agent of one row, as they are hashed. */
export const KEY_BUFFER = 393_216;

/** What the last scan found. */
export const RECORDS = 589_824;
export const RECORD_CAPACITY = 32_768;

/** One record. A record with status 0 is a line that the scanner does not read. */
export const RECORD_BYTES = 60;
/** f64, milliseconds since 1970; NaN without a date or a time. */
export const RECORD_MS = 0;
/** u32 twice: hash of client, method, resource and agent. */
export const RECORD_KEY = 8;
/** u32: offset of the line in the input, and its length without the line end. */
export const RECORD_AT = 16;
export const RECORD_LENGTH = 20;
/** u32: lines before it in this scan. */
export const RECORD_LINE = 24;
/** u16 each; `NONE` when the log has no such column. */
export const RECORD_STATUS = 28;
export const RECORD_SUBSTATUS = 30;
/** u32. */
export const RECORD_WIN32 = 32;
/** u32, milliseconds; `ABSENT` when the log has no such column. */
export const RECORD_TIME_TAKEN = 36;
/** u16 offset in the line and u16 length each; length 0 for a missing column or value. */
export const RECORD_CLIENT = 40;
export const RECORD_USER = 44;
export const RECORD_STEM = 48;
/** u32: hash of the user's name; 0 for a missing one. */
export const RECORD_USER_HASH = 52;
/** u8: 1 when the row has a Win32 status. */
export const RECORD_HAS_WIN32 = 56;

export const NONE = 0xffff;
export const ABSENT = 0xffff_ffff;

/** The input, from here to the end of the memory. */
export const INPUT = 2_555_904;
/** Bytes that must be readable behind the input, as the scanner reads 16 at a time. */
export const INPUT_SLACK = 64;

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
