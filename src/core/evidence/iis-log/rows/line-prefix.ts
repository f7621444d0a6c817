/**
 * What programs put in front of a log row when it is passed on: quote marks of mail and chat, file
 * names and line numbers of grep, findstr and Select-String, syslog headers. The row begins after
 * all of them.
 */

interface Prefix {
  readonly what: string;
  readonly pattern: RegExp;
}

/** Looked for in this order, again and again until none is found. */
const PREFIXES: readonly Prefix[] = [
  { what: 'indent', pattern: /^[\s\uFEFF]+/ },
  { what: 'mail or Markdown quote: `> > `', pattern: /^>[> \t]*/ },
  { what: 'code: `` ` ``', pattern: /^`{1,3}(?=\S)/ },
  { what: 'comment: `// `', pattern: /^\/\/\s*(?=\d{4}-|#)/ },
  { what: 'list: `- `, `* `, `1. `', pattern: /^(?:[*•]|-|\d{1,3}[.)])[ \t]+(?=\d{4}-\d)/ },
  {
    what: 'grep, findstr, Select-String: `C:\\logs\\u_ex260301.log:12:`',
    pattern:
      /^(?:[A-Za-z]:)?[^\s:"|<>]{1,260}\.(?:log|txt|csv|LOG|TXT)[:-](?:\d{1,9}[:-](?!\d\d-\d|(?!\d\d:\d\d:\d\d)[\da-f]{0,4}::?[\da-f]{1,4}[:,\s]))?\s?/,
  },
  { what: 'grep -n: `12:`', pattern: /^\d{1,9}[:-]\s*(?=\d{4}-\d|#)/ },
  {
    what: 'syslog, RFC 3164: `<134>Mar 22 01:52:46 WEB01 IIS[1234]: `',
    pattern:
      /^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \S{1,255} [^\s:[]{1,64}(?:\[\d+\])?: ?/,
  },
  {
    what: 'syslog, RFC 5424: `<134>1 2024-03-22T00:52:46Z WEB01 IIS - - - `',
    pattern: /^<\d{1,3}>1 \S{10,40} \S+ \S+ \S+ \S+ (?:-|\[[^\]]*\]) ?/,
  },
];

/** Offset at which the row of this line begins. */
export function skipPrefix(text: string, start: number, end: number): number {
  // Nearly every row of a whole log begins with its date.
  if (isRowStart(text, start)) return start;
  let rest = text.slice(start, Math.min(end, start + 600));
  let at = start;
  for (let again = true; again;) {
    again = false;
    for (const { pattern } of PREFIXES) {
      const length = pattern.exec(rest)?.[0].length ?? 0;
      if (length === 0) continue;
      at += length;
      rest = rest.slice(length);
      again = true;
    }
  }
  return Math.min(at, end);
}

function isRowStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57 && text[at + 4] === '-' && text[at + 7] === '-';
}
