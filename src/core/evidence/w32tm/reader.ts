/**
 * w32tm, and chronyc, ntpq and timedatectl of Linux: how far apart clocks are, and where a machine takes
 * its time from.
 */
import { hostOf } from '../../facts/names.ts';
import { placeOfLines, readParts } from '../../text/line-parts.ts';
import { printedLines } from '../../text/printed-lines.ts';
import { commandPattern } from '../../text/typed-command.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import type { Clocks, Part } from './clocks.ts';
import { configuration } from './configuration.ts';
import { monitored, sample, tracking, unmeasured } from './measured.ts';
import { peers, source, status } from './queried.ts';
import { unix } from './unix.ts';

const W32TM = commandPattern('w32tm');
const VERB =
  /[/-](stripchart|monitor|query|config|resync|tz)\b(?:\s{1,5}[/-](source|status|peers|configuration))?/i;
/** The heading of the source in the report that the article collect-server-state makes. */
const REPORT = /^== Clock$/;
const COMPUTER = /[/-]computers?:["']?([\w-][\w.-]{0,255})/i;
const STOPPED = /\(0x80070426\)/i;
/** What `/resync` says when no source answers. */
const NO_DATA = /^The computer did not resync because no time data was available/i;

const commandLine: Part = (lines, index, clocks) => {
  const text = lines[index]?.text ?? '';
  const rest = REPORT.test(text) ? '/query /source' : W32TM.exec(text)?.[1];
  if (rest === undefined) return 0;
  const [, verb, what] = VERB.exec(rest) ?? [];
  clocks.verb = [verb, what]
    .filter((word) => word !== undefined)
    .join(' ')
    .toLowerCase();
  const computer = COMPUTER.exec(rest)?.[1];
  const isMeasured = computer !== undefined && clocks.verb === 'stripchart';
  clocks.from = isMeasured ? hostOf(computer) : undefined;
  return 1;
};

/** `The following error occurred: The service has not been started. (0x80070426)` */
const stopped: Part = (lines, index, clocks) => {
  const text = lines[index]?.text ?? '';
  const isStopped =
    STOPPED.test(text) &&
    (clocks.verb !== undefined || text.startsWith('The following error occurred:'));
  if (!isStopped && !NO_DATA.test(text)) return 0;
  const at = placeOfLines(lines, index);
  clocks.facts.push({ kind: 'clockSource', at, type: 'none', ...(isStopped && { isStopped }) });
  clocks.claimed.push(at);
  return 1;
};

/** In the order in which they are asked. */
const PARTS: readonly Part[] = [
  commandLine,
  tracking,
  sample,
  unmeasured,
  monitored,
  status,
  stopped,
  source,
  peers,
  configuration,
  unix,
];

/** Lines of a configuration that make one, where those with facts are missing. */
const ENOUGH = 3;

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const clocks: Clocks = { facts: [], claimed: [], samples: 0 };
  readParts(printedLines(text, taken), PARTS, clocks);
  const { facts, claimed } = clocks;
  if (claimed.length === 0) return undefined;
  const isKnown = facts.length > 0 || claimed.length >= ENOUGH;
  return { kinds: isKnown ? ['w32tm'] : [], facts, claimed };
}

export const w32tm: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).W32TM_RULES,
};
