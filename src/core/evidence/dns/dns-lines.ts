/** The lines of a text without quotation marks, each with its place. */
import type { Span } from '../../facts/span.ts';
import { occupiedBy } from '../../text/occupied.ts';

export interface DnsLine {
  /** Without the line's quotation mark and the blanks at its end; blanks at its start are kept. */
  readonly text: string;
  /** The visible characters. */
  readonly at: Span;
  /** The command that the line echoes, without prompt; `portal` alone in nslookup's own prompt. */
  readonly command?: string;
}

/** No line of any of these tools is longer. */
const LONGEST = 1_000;

const PROMPT =
  /^\s{0,20}(?:(?:PS )?[A-Za-z]:\\[^>]{0,200}>|[\w.@~:-]{0,80}[$#](?= )|PS>|>(?=\s?[\w.-]+\s*$))\s*(\S.*)$/;
const TOOL = /^\s*((?:nslookup|Resolve-DnsName|dig|host|ping|ipconfig)(?:\.exe)?\s.*)$/i;
/** A line of an answer in a quoted mail: `> Name:    web01.contoso.com` */
const QUOTED = /^(?:> ?){1,5}(?=.*[:=]|\s{2,}|\S+\s{2,}|-|$)/;

/** Lines with something in them, outside of `claimed`. */
export function dnsLines(text: string, claimed: readonly Span[]): DnsLine[] {
  const isTaken = occupiedBy(claimed);
  const found: DnsLine[] = [];
  for (const { 0: whole, index } of text.matchAll(/[^\r\n]+/g)) {
    if (whole.length > LONGEST) continue;
    const quote = QUOTED.exec(whole)?.[0].length ?? 0;
    const line = whole.slice(quote).trimEnd();
    const start = index + quote + line.length - line.trimStart().length;
    const at = { start, end: index + quote + line.length };
    if (at.end <= at.start || isTaken(at)) continue;
    const command = (PROMPT.exec(whole) ?? TOOL.exec(line))?.[1]?.trim();
    found.push({ text: line, at, ...(command !== undefined && { command }) });
  }
  return found;
}
