/** Signs of a proxy between client and server: headers that only one of them adds, and columns of a log. */
import type { FactBase } from '../../facts/fact-base.ts';
import type { Span } from '../../facts/span.ts';

export interface ProxySign {
  /** `Via: 1.1 proxy01` */
  readonly says: string;
  readonly at: Span;
}

/** Via (RFC 9110 7.6.3), Forwarded (RFC 7239) and their ancestors. */
const HEADER =
  /^[ \t<>|*]{0,40}((?:via|forwarded|x-forwarded-(?:for|host|proto)|x-arr-log-id|x-original-for):[ \t]*\S[^\r\n]{0,80})/gim;
/** Columns of a log that hold such a header. */
const COLUMN = /^(?:cs\()?(?:x-forwarded-for|x-original-for|x-arr-log-id)\)?$/i;
const SHOWN = 5;

/** A message's place ends with the last header that is known; this far is looked for others. */
const AROUND = 8_000;

export function proxySigns(facts: FactBase): ProxySign[] {
  return [...inRequests(facts), ...inRows(facts)].slice(0, SHOWN);
}

function inRequests(facts: FactBase): ProxySign[] {
  const requests = facts.messages.filter(({ direction }) => direction === 'request');
  return requests.slice(0, SHOWN).flatMap(({ at }) =>
    [...headersFrom(at, facts).matchAll(HEADER)].map((match) => {
      const says = (match[1] ?? '').trim();
      const start = at.start + match.index + match[0].indexOf(says);
      return { says, at: { ...at, start, end: start + says.length } };
    }),
  );
}

/** To the next empty line or message. */
function headersFrom(at: Span, facts: FactBase): string {
  const text = facts.textOf(at).slice(at.start, at.start + AROUND);
  const empty = text.search(/\n[ \t<>|*]{0,40}\r?\n/);
  const next = text.search(/\n[ \t<>|*]{0,40}HTTP\//);
  const ends = [empty, next].filter((end) => end > 0);
  return ends.length > 0 ? text.slice(0, Math.min(...ends)) : text;
}

function inRows({ log }: FactBase): ProxySign[] {
  return (log?.entries ?? []).flatMap(({ fields }) =>
    fields
      .filter(({ name, value }) => COLUMN.test(name) && value !== undefined && value !== '-')
      .map(({ name, value, at }) => ({ says: `${name} ${value ?? ''}`, at })),
  );
}
