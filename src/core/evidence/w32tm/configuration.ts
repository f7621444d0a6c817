/**
 * `w32tm /query /configuration`: names of values of the registry, which are not translated, and in brackets
 * where each comes from.
 *
 *     MaxPosPhaseCorrection: 4294967295 (Local)
 *     Type: NT5DS (Local)
 *     NtpServer: time.windows.com,0x8 (Local)
 *
 * With NT5DS the list of NtpServer is not used. Source: Microsoft, Windows Time service tools and settings.
 */
import { placeOfLines } from '../../text/line-parts.ts';
import { sourceType, type Part } from './clocks.ts';

const SETTING = /^([A-Z]\w{3,40}): (.{0,300}) \(([^()]{2,30})\)$/;
const NAMES = new Set(
  'EventLogFlags AnnounceFlags TimeJumpAuditOffset MinPollInterval MaxPollInterval MaxNegPhaseCorrection MaxPosPhaseCorrection MaxAllowedPhaseOffset FrequencyCorrectRate PollAdjustFactor LargePhaseOffset SpikeWatchPeriod LocalClockDispersion HoldPeriod PhaseCorrectRate UpdateInterval FileLogName FileLogEntries FileLogSize FileLogFlags DllName Enabled InputProvider AllowNonstandardModeCombinations CrossSiteSyncFlags ResolvePeerBackoffMinutes ResolvePeerBackoffMaxTimes CompatibilityFlags EventLogFlags LargeSampleSkew SpecialPollInterval ChainEntryTimeout ChainMaxEntries ChainMaxHostEntries ChainDisable ChainLoggingRate RequireSecureTimeSyncRequests'.split(
    ' ',
  ),
);
const METHODS = /^(?:NT5DS|NTP|NoSync|AllSync)$/;
const METHOD = /^Type: (\w{1,10})(?: \([^()]{2,30}\))?$/;
const SERVERS = /^NtpServer: (\S.{0,300}?)(?: \([^()]{2,30}\))?$/;

export const configuration: Part = (lines, index, clocks) => {
  const line = lines[index];
  if (!line) return 0;
  const at = placeOfLines(lines, index);
  const method = METHOD.exec(line.text)?.[1];
  const servers = SERVERS.exec(line.text)?.[1];
  const before = clocks.facts.at(-1);
  if (method !== undefined && METHODS.test(method)) {
    clocks.facts.push({ kind: 'clockSource', at, type: 'unknown', method });
  } else if (servers !== undefined && before?.kind === 'clockSource' && before.method === 'NTP') {
    const source = servers.split(' ')[0] ?? servers;
    clocks.facts.push({ ...before, at, source, type: sourceType(source) });
  } else if (servers === undefined && !NAMES.has(SETTING.exec(line.text)?.[1] ?? '')) return 0;
  clocks.claimed.push(at);
  return 1;
};
