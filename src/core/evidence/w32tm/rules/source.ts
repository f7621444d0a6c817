/**
 * Where a machine takes its time from, when it does:
 *
 *     Source: time.windows.com,0x9
 *     Type: NTP (Local)
 *
 * A domain member should follow the domain (NT5DS), as then it agrees with the domain controllers even if they are
 * wrong. A host that sets a guest's clock can put it anywhere after a resume.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { freeClocks } from './not-synchronized.ts';

/** Public servers: a domain member that asks one does not follow its domain. */
const PUBLIC =
  /(?:^|\.)(?:windows\.com|nist\.gov|ntp\.org|google\.com|cloudflare\.com|apple\.com)(?:,|$)/i;

export const source: Rule = {
  id: 'w32tm.source',
  says: 'The source of the time is known.',
  needs: ['clockSource'],
  settles: [
    {
      check: 'clocks',
      state: 'known',
      says: 'It is known where a machine takes its time from. How far its clock is off has to be measured.',
    },
  ],
  judge(facts) {
    const free = new Set(freeClocks(facts));
    const [known] = facts.all('clockSource').filter((one) => !free.has(one));
    if (!known) return [];
    return [
      {
        severity: 'info',
        ...sentence(known),
        article: 'clock-skew',
        evidence: [known.at],
        caveat: 'It does not show how far the clock is off. Measure it.',
        next: [
          run(
            'server',
            command`w32tm /stripchart /computer:${[undefined, 'DC']} /samples:3 /dataonly`,
          ),
        ],
      },
    ];
  },
};

function sentence({ source: name, type, method, at }: FactOf<'clockSource'>) {
  if (name === undefined) {
    return method === 'NT5DS'
      ? told`This machine follows the time of its domain (${stated('NT5DS', at)}).`
      : told`The time service is set to ${stated(method ?? 'a source that is not shown', at)}.`;
  }
  const from = stated(name, at);
  if (type === 'host') return told`The host of this virtual machine sets its clock (${from}).`;
  return PUBLIC.test(name)
    ? told`This machine takes its time from ${from} and not from its domain.`
    : told`This machine takes its time from ${from}.`;
}
