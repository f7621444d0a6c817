/**
 * The lines of HTTP messages without what tools print around them: curl (`-v`, `--trace-ascii`), Git
 * (`GIT_TRACE_CURL`), the wire log of Apache HttpClient, debug logs of nginx and of Apache, http.client
 * of Python, System.Net of .NET, Wireshark, ngrep, syslog, quoted mail.
 */
import type { Span } from '../../facts/span.ts';
import { lines } from '../../text/lines.ts';

/** The characters of one line of a message, as a range of the text. */
export interface HttpLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** True for a line that repeats what another one shows: curl's list of HTTP/2 header fields. */
  readonly isEcho?: true;
}

/** Characters of a line that are looked at; a token in a header may be longer. */
const LINE = 4_200;
/** Prefixes that one line may have, one inside the other: a time, a name, an arrow, a quote. */
const PREFIXES = 6;

/** What may stand before a line, and the characters without which it does nowhere in a text. */
const BEFORE: readonly (readonly [pattern: RegExp, sign?: string])[] = [
  // Before the marks, as it begins with one.
  [/(?:=>|<=) (?:Send|Recv) header: ?/, ' header:'],
  // Marks of curl, quoted mail, lists, tables and strings.
  [/[\s><|*\u2022\u00b7"'`]+|[-+] /],
  // Offsets of `curl --trace-ascii`.
  [/[0-9a-f]{4,8}: /, '000: '],
  // 11:23:51.781837 http.c:992              => Send header: GET / HTTP/1.1
  [/\d\d:\d\d:\d\d\.\d{3,6} [\w-]{1,20}\.c:\d{1,6}\s{1,60}/, '.c:'],
  // 2015-10-18 22:30:05 [main] DEBUG org.apache.http.headers - http-outgoing-0 >> POST / HTTP/1.1
  [/.{0,240}?\bhttp-outgoing-\d{1,6} (?:>>|<<) "?/, 'http-outgoing-'],
  [/.{0,240}?\b(?:headers?|wire|content)\]?\s{0,3}-?\s{0,3}(?:>>|<<) "?/, 'DEBUG'],
  // 2016/04/01 19:35:08 [debug] 22415#0: *4 http header: "Authorization: Negotiate ..."
  [
    /.{0,160}?\d#\d{1,8}: (?:\*\d{1,12} )?(?:http (?:proxy )?(?:header|request line): "|(?=HTTP\/\d))/,
    '[debug]',
  ],
  // [Mon Mar 30 11:35:09 2015] [http:trace4] [pid 1] http_filters.c(874): [client 10.0.0.5:1]   Host: x
  [
    /\[[^\]]{1,60}\] \[(?:http|core):trace\d\] .{0,160}?\[client [^\]]{1,64}\]\s{1,8}(?:Request received from client: )?/,
    ':trace',
  ],
  [/header: |reply: b?['"]|send: b?['"]/],
  [
    /System\.Net \w{1,20}: \d{1,8} : \[\d{1,10}\] (?:\w{1,60}#\d{1,12} - )?(?:Request: )?/,
    'System.Net ',
  ],
  [/[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,64} [\w./-]{1,64}(?:\[\d{1,10}\])?: /, ': '],
  [/\[truncated\] ?/, '[truncated]'],
];

/** All that may stand before a line of this text. */
function prefixIn(text: string): RegExp {
  const used = BEFORE.filter(([, sign]) => sign === undefined || text.includes(sign));
  return new RegExp(`^(?:${used.map(([{ source }]) => source).join('|')})`, 'i');
}

const ECHO = /^(?:\[HTTP\/[23]\] \[\d{1,6}\] \[|h[23](?:h3)? \[)/;
/** A line end as it is written in a string. */
const BREAK = '\\r\\n';
/** What a wire log, a string or a trace puts behind a line. */
const BEHIND = /(?:\[\\r\]\[\\n\]|\[\\n\])?["'`\s]*$/;
const BEHIND_DOTTED = /\.?\s*$/;

/** ngrep prints a dot for the carriage return at the end of each line: `GET / HTTP/1.1.` */
const DOTTED = /HTTP\/1\.[01](?: \d{3}[^\n]{0,80})?\.$/m;

/**
 * Every line outside of what is taken, in order; a string with escaped line ends is as many as it
 * writes.
 */
export function* httpLines(
  text: string,
  isTaken: (span: Span) => boolean = () => false,
): Generator<HttpLine> {
  const prefix = prefixIn(text);
  const behind = DOTTED.test(text) ? BEHIND_DOTTED : BEHIND;
  for (const { start, end } of lines(text)) {
    if (isTaken({ start, end })) continue;
    for (const part of escapedLines(text, start, end)) {
      yield bareLine(text, part, prefix, behind);
    }
  }
}

/** The parts of a line that has line ends in it as Python or Wireshark write them: `\r\n`. */
function* escapedLines(text: string, start: number, end: number): Generator<Span> {
  let from = start;
  for (;;) {
    const next = indexWithin(text, BREAK, from, end);
    // Behind the last line end there is no other line.
    if (next < 0 && from > start && text.slice(from, end).trim() === '') return;
    yield { start: from, end: next < 0 ? end : next };
    if (next < 0) return;
    from = next + BREAK.length;
  }
}

/** Like `indexOf`, but no further than `end`. */
function indexWithin(text: string, what: string, start: number, end: number): number {
  const found = text.slice(start, end).indexOf(what);
  return found < 0 ? found : start + found;
}

/** Without prefixes; and without suffixes, unless it is too long to be anything but data. */
function bareLine(
  text: string,
  { start: from, end: to }: Span,
  prefix: RegExp,
  behind: RegExp,
): HttpLine {
  let start = from;
  let line = text.slice(from, Math.min(to, from + LINE));
  for (let count = 0; count < PREFIXES; count++) {
    const { length } = prefix.exec(line)?.[0] ?? '';
    if (length === 0) break;
    start += length;
    line = line.slice(length);
  }
  if (to - from > LINE) return { start, end: to, text: line };
  line = line.slice(0, behind.exec(line)?.index ?? line.length);
  const isEcho = ECHO.test(line);
  return { start, end: start + line.length, text: line, ...(isEcho && { isEcho }) };
}
