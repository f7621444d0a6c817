/** What has been read so far of a paste about clocks. */
import type { Fact, FactTypes } from '../../facts/fact.ts';
import { hostOf, type Host } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { CLOCK_SAMPLES } from '../../limits.ts';
import type { LinePart } from '../../text/line-parts.ts';

export interface Clocks {
  readonly facts: Fact[];
  readonly claimed: Span[];
  /** The part of the command after its name: `query status`, `stripchart`. */
  verb?: string | undefined;
  /** The machine that is being measured. */
  from?: Host | undefined;
  samples: number;
}

export type Part = LinePart<Clocks>;

/** `-312.5000000`, `+00,0021375`: seconds; undefined for what is no number. */
export function secondsOf(text: string): number | undefined {
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** Keeps a measurement, as long as there are not too many. */
export function keepOffset(
  clocks: Clocks,
  at: Span,
  seconds: number | undefined,
  more: Partial<FactTypes['clockOffset']> = {},
): void {
  if (seconds === undefined || clocks.samples >= CLOCK_SAMPLES) return;
  clocks.samples++;
  const from = clocks.from;
  clocks.facts.push({
    kind: 'clockOffset',
    at,
    ...(from !== undefined && { from }),
    seconds,
    by: 'measured',
    ...more,
  });
}

const HOST_CLOCK = /VM IC Time|VMware|Hyper-V|KVM|Xen/i;
const OWN_CLOCK = /CMOS|Free-running|freilaufend|autonome|libre/i;
const NAME = /^[\w:-]+(?:\.[\w-]+){0,20}(?:,0x[0-9a-f]{1,4})?$/i;

/** What kind of source `w32tm /query /source` names. */
export function sourceType(source: string): FactTypes['clockSource']['type'] {
  if (HOST_CLOCK.test(source)) return 'host';
  if (OWN_CLOCK.test(source)) return 'none';
  return NAME.test(source) ? 'network' : 'unknown';
}

/** `dc01.contoso.com,0x9` -> `dc01.contoso.com`; undefined for what is no machine. */
export function sourceHost(source: string | undefined): Host | undefined {
  return source !== undefined && sourceType(source) === 'network'
    ? hostOf(source.replace(/,0x.*$/i, ''))
    : undefined;
}
