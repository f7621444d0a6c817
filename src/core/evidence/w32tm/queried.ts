/**
 * `w32tm /query`, in any display language: labels are translated, the order and the forms of values are not.
 *
 *     Leap Indicator: 3(not synchronized)          Sprungindikator: 0(keine Warnung)
 *     Stratum: 0 (unspecified)                     Stratum: 4 (Sekundärreferenz - synchr. über (S)NTP)
 *     Precision: -23 (119.209ns per tick)
 *     Root Delay: 0.0230632s
 *     Root Dispersion: 8.2903772s
 *     ReferenceId: 0x0A00000A (source IP:  10.0.0.10)
 *     Last Successful Sync Time: 07/10/2026 22:06:30
 *     Source: time.windows.com,0x9
 *     Poll Interval: 10 (1024s)
 *     Phase Offset: -0.0004738s                    with /verbose, and more lines
 *
 * The ReferenceId is an address or four letters, never a code. Source: RFC 5905 7.3; Microsoft, Windows
 * Time service tools and settings.
 */
import type { FactTypes } from '../../facts/fact.ts';
import { placeOfLines } from '../../text/line-parts.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import { keepOffset, secondsOf, sourceHost, sourceType, type Part } from './clocks.ts';

const LEAP = /^[^:：]{2,40}[:：]\s?([0-3])\s?\(/;
const ENGLISH_LEAP = /^Leap Indicator\s?:\s?([0-3])/i;
const STRATUM = /^[^:：]{2,40}[:：]\s?(\d{1,2})\s?(?:\(|$)/;
const REFERENCE = /^[^:：]{2,40}[:：]\s?0x[0-9a-f]{8}\s?\(/i;
const PRECISION = /[:：]\s?-?\d{1,3}\s?\([\d.,]{1,12}\s?ns\b/;
const POLL = /^[^:：]{2,40}[:：]\s?\d{1,2}\s?\(\d{1,7}s\)/;
const PHASE = /^[^:：]{2,40}[:：]\s?(-?\d{1,9}[.,]\d{1,9})s$/;
const SOURCE =
  /^(?:Source|Quelle|Origine|Origen|Origem|Bron|Источник|来源|源|ソース)\s?[:：]\s?(\S.*)$/i;
const VALUE = /^[^:：]{2,40}[:：]\s?(\S.*)$/;
/** Lines of a status, and of what /verbose adds. */
const STATUS_LINES = 10;
const VERBOSE =
  /^(?:ClockRate|State Machine|Time Source Flags|Server Role|Last Sync Error|Time since)\b/i;

export const status: Part = (lines, index, clocks) => {
  const text = lines[index]?.text ?? '';
  const leap = (LEAP.exec(text) ?? ENGLISH_LEAP.exec(text))?.[1];
  const own = leap === undefined ? [] : ownLines(lines, index, ENGLISH_LEAP.test(text));
  if (own.length < 2) return 0;
  const stratum = STRATUM.exec(own[1]?.text ?? '')?.[1];
  const source = sourceIn(own);
  const at = placeOfLines(lines, index, own.length);
  clocks.facts.push({
    kind: 'clockSource',
    at,
    leap: Number(leap),
    ...(stratum !== undefined && { stratum: Number(stratum) }),
    ...sourceOf(source),
  });
  const poll = own.findIndex((line) => POLL.test(line.text));
  const phase = PHASE.exec(own[poll + 1]?.text ?? '')?.[1];
  const from = sourceHost(source);
  if (poll >= 0 && phase !== undefined) {
    const place = placeOfLines(lines, index + poll + 1);
    keepOffset({ ...clocks, from }, place, secondsOf(phase), { by: 'synchronization' });
  }
  clocks.claimed.push(at);
  return own.length;
};

function sourceOf(source: string | undefined): Pick<FactTypes['clockSource'], 'source' | 'type'> {
  return source === undefined ? { type: 'unknown' } : { source, type: sourceType(source) };
}

/** The lines of the status; none where it is something else that begins with a small number. */
function ownLines(lines: readonly PrintedLine[], index: number, isEnglish: boolean): PrintedLine[] {
  const below = lines.slice(index, index + STATUS_LINES + 8);
  const poll = below.findIndex(({ text }, row) => row < STATUS_LINES && POLL.test(text));
  const known = below.findLastIndex(
    ({ text }, row) => row < STATUS_LINES && (REFERENCE.test(text) || PRECISION.test(text)),
  );
  const isStatus = STRATUM.test(below[1]?.text ?? '') && known > 0;
  if (!isEnglish && !isStatus) return [];
  let end = Math.max(poll, known, 1) + 1;
  while (end < below.length && isMore(below[end]?.text ?? '', end < STATUS_LINES)) end++;
  return below.slice(0, end);
}

const isMore = (text: string, isNear: boolean): boolean =>
  VERBOSE.test(text) || PHASE.test(text) || (isNear && (SOURCE.test(text) || POLL.test(text)));

/** By its label, or by its place above the poll interval. */
function sourceIn(own: readonly PrintedLine[]): string | undefined {
  const named = own.flatMap(({ text }) => SOURCE.exec(text)?.[1] ?? [])[0];
  const poll = own.findIndex(({ text }) => POLL.test(text));
  const above = poll > 1 ? own[poll - 1] : undefined;
  return (named ?? VALUE.exec(above?.text ?? '')?.[1])?.trim();
}

const ONLY_SOURCE =
  /^(?:Local CMOS Clock|Free-running System Clock|VM IC Time Synchronization Provider)$/i;
/** A source below its command: a name, or words. */
const ANY_SOURCE = /^[\p{L}\d][\p{L}\d .,_-]{1,80}$/u;

/** `w32tm /query /source`: one line. */
export const source: Part = (lines, index, clocks) => {
  const line = lines[index];
  if (!line) return 0;
  const isAsked = clocks.verb === 'query source';
  if (isAsked) clocks.verb = undefined;
  if (!ONLY_SOURCE.test(line.text) && !(isAsked && ANY_SOURCE.test(line.text))) return 0;
  const at = placeOfLines(lines, index);
  clocks.facts.push({ kind: 'clockSource', at, source: line.text, type: sourceType(line.text) });
  clocks.claimed.push(at);
  return 1;
};

const PEER = /^[^:：]{2,20}[:：]\s?([\w-][\w.-]{0,255}(?:,0x[0-9a-f]{1,4})?)$/i;
const PEERS = /^#\s?Peers\s?[:：]\s?(\d{1,4})$/i;

/** `w32tm /query /peers`: how many there are, and the first line of each, which names it. */
export const peers: Part = (lines, index, clocks) => {
  const text = lines[index]?.text ?? '';
  const count = PEERS.exec(text)?.[1];
  const above = lines[index - 1]?.text ?? '';
  const isFirst = PEERS.test(above) || (clocks.verb === PEER_LIST && POLL.test(above));
  const peer = isFirst ? PEER.exec(text)?.[1] : undefined;
  const at = placeOfLines(lines, index);
  if (peer !== undefined) clocks.facts.push({ kind: 'clockSource', at, ...sourceOf(peer) });
  else if (count === '0') clocks.facts.push({ kind: 'clockSource', at, type: 'none' });
  else if (count === undefined) return 0;
  if (count !== undefined) clocks.verb = PEER_LIST;
  clocks.claimed.push(at);
  return 1;
};

const PEER_LIST = 'query peers';
