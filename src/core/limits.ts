/**
 * Every bound on untrusted input, with its unit. A limit that is reached is reported in `problems`,
 * never passed over in silence.
 */

/** UTF-16 code units of one paste; the rest is set aside. */
export const PASTE_LENGTH = 8 * 1024 * 1024;

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

/** Problems reported for one paste; the last one says how many more there were. */
export const PROBLEMS = 50;
