/** The `Date` header (RFC 9110 6.6.1): the web server's clock when it answered. */
import type { Span } from '../../facts/span.ts';

const DATE =
  /(?:^|[\n"'])[ \t<>|*]{0,40}date"?:[ \t"]{0,40}([A-Za-z]{3}, \d{2} [A-Za-z]{3} \d{4} [\d:]{8} GMT)/i;

/** Characters before a header that may hold its message's date. */
const AROUND = 8_000;

/** The time a message between `from` and `to` gives, in milliseconds since 1970, and where. */
export function dateIn(
  text: string,
  from: number,
  to: number,
): { time: number; at: Span } | undefined {
  const start = Math.max(0, from, to - AROUND);
  const match = DATE.exec(text.slice(start, to));
  const written = match?.[1];
  if (!match || written === undefined) return undefined;
  const time = Date.parse(written);
  if (Number.isNaN(time)) return undefined;
  const end = start + match.index + match[0].length;
  return { time, at: { start: end - written.length, end } };
}
