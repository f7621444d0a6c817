/**
 * Failed request traces of IIS (fr000001.xml), whole or in pieces, as XML or as text: the request, who
 * set the status with which code, what became of authentication. The headers in a trace, with their
 * tokens, are left to the reader of HTTP.
 *
 * Source: Failed Request Tracing in the IIS documentation; httpserv.h; two complete files of IIS 7.5
 * and IIS 8 Express.
 */
import { overlaps, type Span } from '../../facts/span.ts';
import { gapsBetween } from '../../text/gaps.ts';
import { readXml } from '../../text/xml.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { factsOf } from './facts.ts';
import { textTrace } from './text-trace.ts';
import type { Trace } from './trace.ts';
import { xmlTrace } from './xml-trace.ts';

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const free = blanked(text, taken);
  const xml = /(?:<|&lt;)(?:failedRequest|Event|Data)\b/i.test(free) ? readXml(free) : undefined;
  const fromXml = xmlTrace(xml?.roots ?? []);
  const fromText = textTrace(blanked(free, fromXml.claimed));
  const trace: Trace = {
    requests: [...fromXml.requests, ...fromText.requests],
    events: [...fromXml.events, ...fromText.events],
    claimed: [...fromXml.claimed, ...fromText.claimed],
  };
  const facts = factsOf(trace);
  if (facts.length === 0) return undefined;
  const problems = (xml?.problems ?? []).filter(({ at }) =>
    fromXml.claimed.some((span) => overlaps(span, { start: at.start - 1, end: at.end + 1 })),
  );
  return { kinds: ['freb'], facts, claimed: trace.claimed, problems };
}

/** The text with ranges blanked out, so that places stay as they are. */
function blanked(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const kept = gapsBetween(text.length, spans);
  let [result, from] = ['', 0];
  for (const { start, end } of kept) {
    result += ' '.repeat(start - from) + text.slice(start, end);
    from = end;
  }
  return result + ' '.repeat(text.length - from);
}

export const freb: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).FREB_RULES,
};
