/** Dates as MIT krb5 (the locale's short form) and Heimdal (`Jul 26 10:46:26 2017`) print them. */
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?`;
const NUMBERS = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{2,4}[ T]{1,2}${TIME}`;
const NAMED = String.raw`\p{L}{2,5}\.? {1,2}\d{1,2} ${TIME}(?: \d{4})?`;

/** Source of a regular expression for one date with its time, without groups; needs the flag `u`. */
export const WHEN = `(?:${NUMBERS}|${NAMED})`;
