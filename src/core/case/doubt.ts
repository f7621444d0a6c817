/** What rests on a place that another source contradicts: its caveat says so, and it passes no check. */
import type { Finding } from '../contract/decoded.ts';
import { overlaps, type Span } from '../facts/span.ts';
import type { Judged } from './rule.ts';

export const CONTRADICTION = 'case.contradiction';

/** What was judged, with a caveat on each finding that draws on such a place. */
export function withDoubt(judged: readonly Judged[]): Judged[] {
  const disputes = disputesIn(judged);
  if (disputes.length === 0) return [...judged];
  return judged.map((one) => ({
    ...one,
    findings: one.findings.map((finding) => doubted(finding, disputes)),
  }));
}

const disputesIn = (judged: readonly Judged[]): Finding[] =>
  judged.flatMap(({ findings }) => findings.filter(({ id }) => id === CONTRADICTION));

function doubted(finding: Finding, disputes: readonly Finding[]): Finding {
  if (finding.id === CONTRADICTION) return finding;
  const against = disputes.filter(({ evidence }) => isOn(finding.evidence, evidence));
  if (against.length === 0) return finding;
  const caveat = [
    ...(finding.caveat === undefined ? [] : [finding.caveat]),
    ...against.map(({ title }) => title),
  ].join(' ');
  return { ...finding, caveat };
}

/** True where one of the places is one of the others. */
export function isOn(places: readonly Span[], others: readonly Span[]): boolean {
  return places.some((one) => others.some((other) => overlaps(one, other)));
}
