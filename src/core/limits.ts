/**
 * Every bound on untrusted input, with its unit. A limit that is reached is reported in `problems`,
 * never passed over in silence.
 */

/** UTF-16 code units of one paste; the rest is set aside. */
export const PASTE_LENGTH = 8 * 1024 * 1024;

/** UTF-16 code units of a paste, or bytes of a file, up to which it can be edited on the page. */
export const EDITED_LENGTH = 1_000_000;

/** UTF-16 code units that are shown of evidence that is longer. */
export const EXCERPT_LENGTH = 100_000;

/** Log rows kept with all their columns (401 and what surrounds them); the others are counted. */
export const LOG_ENTRIES = 1_000;

/** Tokens decoded in one paste. */
export const TOKENS = 100;

/** Bytes of one token. HTTP.sys accepts 64 KiB of header at the very most. */
export const TOKEN_BYTES = 256 * 1024;

/** Nested ASN.1 elements. A Kerberos ticket inside SPNEGO needs about 15. */
export const ASN1_DEPTH = 40;

/** ASN.1 elements of one token. */
export const ASN1_NODES = 10_000;

/** Content octets of one OBJECT IDENTIFIER; decoding its arcs costs the square of this. */
export const OID_BYTES = 64;

/** Codes looked up in one paste. */
export const CODES = 50;

/** Rows shown for what is typed into the look-up of the code reference. */
export const TYPED_ROWS = 20;

/** Problems reported for one paste; the last one says how many more there were. */
export const PROBLEMS = 50;

/** Characters of one unbroken run or header value that are looked at as a token's text. */
export const TOKEN_TEXT = 3 * TOKEN_BYTES;

/** Nested tokens inside one token: GSS in SPNEGO in GSS, an AP-REQ in a TGS-REQ and so on. */
export const TOKEN_DEPTH = 8;

/** Problems reported for one token. */
export const TOKEN_PROBLEMS = 10;

/** Values of one log row; the widest that IIS writes is 22 columns and some custom fields. */
export const LOG_ROW_CELLS = 200;

/** UTF-16 code units of one log row. HTTP.sys cuts its rows at 65,536 bytes (maxLogLineLength). */
export const LOG_ROW_LENGTH = 70_000;

/** Problems reported for one log, before the rest is summed up in one sentence. */
export const LOG_PROBLEMS = 20;

/** Ways of reading listed for one log; rows beyond it are counted by the kind of way alone. */
export const LOG_READINGS = 20;

/** Characters of a finding's sentence that are kept with a mark of the checklist. */
export const MARK_SENTENCE = 300;

/** Requests for further evidence that a case makes at most. */
export const ASKS = 5;

/** Nested XML elements; an event or a configuration file needs about 10. */
export const XML_DEPTH = 100;

/** Attributes of one XML element. */
export const XML_ATTRIBUTES = 100;

/** XML elements of one text; the largest configuration files have some ten thousand. */
export const XML_ELEMENTS = 200_000;

/** Places of one text that are not well-formed XML, before the rest is left unread. */
export const XML_MISTAKES = 500;

/** Names with values that make up one list of a configuration; a longer list is read in pieces. */
export const LISTING_VALUES = 500;

/** Different messages of programs that are kept from one text. */
export const SENTENCES = 40;

/** Places at which one message is kept; a log may repeat it thousands of times. */
export const SENTENCE_PLACES = 20;

/** Bytes that any packed log may unpack to. */
export const UNPACKED_FREELY = 128 * 1024 * 1024;

/** Beyond these, how many times its stored size a packed log may unpack to. */
export const UNPACKED_RATIO = 400;

/** Error pages of IIS that are kept from one text. */
export const ERROR_PAGES = 10;

/** Accounts of the directory that are kept from one text. */
export const DIRECTORY_ACCOUNTS = 200;

/** Measurements of clocks kept from one text; `w32tm /stripchart` writes one every two seconds until it is stopped. */
export const CLOCK_SAMPLES = 200;

/** Events of a Windows log that are stated from one text. */
export const EVENTS = 1_000;

/** Facts of one kind that are kept from the traces in one text; a trace may repeat itself for hours. */
export const TRACE_FACTS = 100;

/** Sites for which expected and actual are compared, and names of each; a table says how many more it has. */
export const SITE_TABLES = 10;
export const SITE_ROWS = 20;

/** Facts of one kind that a rule compares with those of another kind, one by one. */
export const COMPARED = 200;

/** Requests of one HAR file that are read; a single page may make some hundreds. */
export const HAR_ENTRIES = 2_000;

/** Messages of one recording of packets that are shown. */
export const CAPTURE_LINES = 5_000;
