/** The places of a source that are worth showing when not all of it can be shown. */
import type { Decoded } from '../contract/decoded.ts';
import type { Span } from '../facts/span.ts';

/**
 * The most telling first: what proves a finding, what could not be read, then what was read. `source`
 * is the id of the source; spans without one are places of the only source of a case.
 */
export function tellingPlaces(decoded: Decoded, source: string): Span[] {
  const { findings, problems, log, messages = [], tokens, codes = [] } = decoded;
  const proof = findings.flatMap(({ evidence }) => evidence);
  const read = [...problems, ...(log?.entries ?? []), ...messages, ...tokens, ...codes];
  return [...proof, ...read.flatMap(({ at }) => at ?? [])].filter(
    (at) => at.end > at.start && (at.source ?? source) === source,
  );
}
