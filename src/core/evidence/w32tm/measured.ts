/**
 * Clocks that w32tm has compared, in any display language and with a decimal point or comma.
 *
 *     Tracking DC01.contoso.com [10.0.0.10:123].                       /stripchart /dataonly
 *     The current time is 7/16/2026 10:20:00 AM.
 *     10:20:00, -312.5000000s
 *     10:20:02, error: 0x800705B4
 *
 *     09:56:11 d:+00.0623991s o:-00.6887759s  [        *   |            ]     /stripchart
 *
 *     dc02.contoso.com[10.0.0.11:123]:                                 /monitor
 *         ICMP: 0ms delay
 *         NTP: +0.0120000s offset from dc01.contoso.com
 *             RefID: dc01.contoso.com [10.0.0.10]
 *             Stratum: 3
 *         NTP: error ERROR_TIMEOUT - no response from server in 1000ms
 *
 * An offset is the time of the other machine minus the own; with /monitor, minus that of the one that
 * is named. Source: Microsoft, Windows Time service tools and settings.
 */
import { hostOf } from '../../facts/names.ts';
import { placeOfLines } from '../../text/line-parts.ts';
import { placeOf } from '../../text/printed-lines.ts';
import { keepOffset, secondsOf, type Part } from './clocks.ts';

const TRACKING = /(?:^|\s)(?:\*{3} PDC \*{3})?([\w-][\w.-]{0,255})?\s?\[([0-9a-f:.]{2,45}):123\]/i;
const MONITORED =
  /^([\w-][\w.-]{0,255})\s{0,3}(?:\*{3}.{1,20}\*{3})?\s?\[[0-9a-f:.]{2,45}:123\]:$/i;
const TIME = String.raw`^\d{1,2}[:.]\d{2}[:.]\d{2}`;
const SAMPLE = new RegExp(String.raw`${TIME},?\s{1,3}([+-]\d{1,9}(?:[.,]\d{1,9})?)s$`, 'd');
const CHART = new RegExp(
  String.raw`${TIME},?\s{1,3}d:[+-]?[\d.,]{1,20}s\s{1,3}o:([+-]?\d{1,9}(?:[.,]\d{1,9})?)s`,
  'd',
);
const FAILED = new RegExp(String.raw`${TIME},?\s{1,3}\S{2,20}\s?[:：]\s?0x([0-9a-f]{8})\b`, 'i');
const OFFSET_FROM =
  /^NTP:\s{1,3}([+-]\d{1,9}(?:[.,]\d{1,9})?)s\s.{0,40}?\s?([\w-][\w.-]{0,255})(?:\s\[.{1,60}\])?$/;
const NTP_ERROR = /^NTP:\s.{0,40}?\b((?:ERROR|WSA)[A-Z_]{2,40}|0x[0-9a-f]{8})\b/i;
const DETAIL = /^(?:ICMP|RefID|Stratum):\s/;

/** `Tracking DC01.contoso.com [10.0.0.10:123].`, and the head of a machine that is monitored. */
export const tracking: Part = (lines, index, clocks) => {
  const text = lines[index]?.text ?? '';
  const [, monitored] = MONITORED.exec(text) ?? [];
  const [, name, address] = TRACKING.exec(text) ?? [];
  const host = monitored ?? name ?? address;
  if (host === undefined) return 0;
  clocks.from = hostOf(host);
  clocks.claimed.push(placeOfLines(lines, index));
  return 1;
};

export const sample: Part = (lines, index, clocks) => {
  const line = lines[index];
  const found = line && (SAMPLE.exec(line.text) ?? CHART.exec(line.text));
  if (!line || !found) return 0;
  keepOffset(clocks, placeOf(line, found, 1), secondsOf(found[1] ?? ''));
  clocks.claimed.push(placeOfLines(lines, index));
  return 1;
};

export const unmeasured: Part = (lines, index, clocks) => {
  const text = lines[index]?.text ?? '';
  const code = FAILED.exec(text)?.[1];
  const isMonitored = code === undefined && clocks.from !== undefined && NTP_ERROR.test(text);
  if (code === undefined && !isMonitored) return 0;
  const at = placeOfLines(lines, index);
  const { from } = clocks;
  clocks.facts.push({
    kind: 'clockUnmeasured',
    at,
    ...(from !== undefined && { from }),
    ...(code !== undefined && { code: Number.parseInt(code, 16) }),
  });
  clocks.claimed.push(at);
  return 1;
};

/** What `/monitor` says of the machine above. */
export const monitored: Part = (lines, index, clocks) => {
  const line = lines[index];
  if (!line || clocks.from === undefined) return 0;
  const [, offset, other] = OFFSET_FROM.exec(line.text) ?? [];
  if (offset === undefined || other === undefined) {
    if (!DETAIL.test(line.text)) return 0;
  } else if (hostOf(other) !== clocks.from) {
    keepOffset(clocks, placeOfLines(lines, index), secondsOf(offset), { with: hostOf(other) });
  }
  clocks.claimed.push(placeOfLines(lines, index));
  return 1;
};
