/**
 * What Linux says of its clock, in English everywhere.
 *
 *     Reference ID    : 0A00000A (dc01.contoso.com)                    chronyc tracking
 *     System time     : 0.000020390 seconds slow of NTP time
 *
 *          remote           refid      st t when poll reach   delay   offset  jitter     ntpq -p
 *     *dc01.contoso.co 10.0.0.1        2 u   33   64  377    0.512   -0.123   0.050
 *
 *     System clock synchronized: no                                    timedatectl
 *
 * ntpq counts in milliseconds. Source: chronyc(1), ntpq(8), timedatectl(1).
 */
import { hostOf } from '../../facts/names.ts';
import { placeOfLines } from '../../text/line-parts.ts';
import { keepOffset, secondsOf, type Part } from './clocks.ts';

const REFERENCE = /^Reference ID\s{1,10}: [0-9A-F]{8} \(([\w.:-]{0,255})\)$/;
const SYSTEM_TIME = /^System time\s{1,10}: (\d{1,9}\.\d{1,12}) seconds (slow|fast) of NTP time$/;
const LEAP_STATUS = /^Leap status\s{1,10}: (Normal|Not synchronised)$/;
const NTPQ_HEAD =
  /^\s{0,20}remote\s{1,20}refid\s{1,20}st t when poll reach\s{1,20}delay\s{1,20}offset\s{1,20}jitter$/;
const NTPQ_ROW =
  /^[+#ox.-]?\s?([\w:][\w.:-]{0,60})\s{1,40}\S{1,40}\s{1,20}\d{1,2} \w\s{1,10}\S{1,10}\s{1,10}\d{1,6}\s{1,10}\d{1,4}\s{1,10}[\d.]{1,12}\s{1,10}(-?\d{1,9}(?:\.\d{1,9})?)\s{1,10}[\d.]{1,12}$/;
const SYNCHRONIZED = /^(?:System clock|NTP) synchronized: (yes|no)$/;

export const unix: Part = (lines, index, clocks) => {
  const text = lines[index]?.text ?? '';
  const at = placeOfLines(lines, index);
  const [, reference] = REFERENCE.exec(text) ?? [];
  const [, seconds, side] = SYSTEM_TIME.exec(text) ?? [];
  const [, remote, milliseconds] = NTPQ_ROW.exec(text) ?? [];
  const leap = LEAP_STATUS.exec(text)?.[1];
  const synchronized = SYNCHRONIZED.exec(text)?.[1];
  if (reference !== undefined) clocks.from = reference === '' ? undefined : hostOf(reference);
  else if (seconds !== undefined) {
    const value = secondsOf(seconds) ?? 0;
    keepOffset(clocks, at, side === 'fast' ? -value : value, { by: 'synchronization' });
  } else if (remote !== undefined && clocks.verb === 'ntpq') {
    const value = secondsOf(milliseconds ?? '');
    keepOffset(clocks, at, value === undefined ? undefined : value / 1000, {
      from: hostOf(remote),
    });
  } else if (NTPQ_HEAD.test(text)) clocks.verb = 'ntpq';
  else if ((leap ?? synchronized) !== undefined) {
    const isBad = leap === 'Not synchronised' || synchronized === 'no';
    clocks.facts.push({
      kind: 'clockSource',
      at,
      type: isBad ? 'none' : 'network',
      ...(leap !== undefined && { leap: isBad ? 3 : 0 }),
      ...(clocks.from !== undefined && leap !== undefined && { source: clocks.from }),
    });
  } else return 0;
  clocks.claimed.push(at);
  return 1;
};
