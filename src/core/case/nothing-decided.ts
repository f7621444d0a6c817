/**
 * The finding of last resort: something was read, and no rule has anything to say about it. It says
 * what was read and what is missing, as "nothing is known" would be wrong.
 */
import { articlePath } from '../articles.ts';
import type { Ask, Finding, Step } from '../contract/decoded.ts';
import { say } from '../contract/step.ts';
import type { FactBase } from '../facts/fact-base.ts';
import { KIND_NAMES } from './kind-names.ts';

/** No finding when nothing was recognised at all. */
export function nothingDecided(facts: FactBase, asks: readonly Ask[]): Finding[] {
  const known = facts.kinds.filter((kind) => kind !== 'unknown');
  if (known.length === 0) return [];
  const names = known.map((kind) => KIND_NAMES[kind]);
  const isOne = names.length === 1 && names[0]?.endsWith('s') !== true;
  const which = isOne ? 'which on its own does not show' : 'which on their own do not show';
  const steps: Step[] = asks.map(({ step }) => step);
  return [
    {
      id: 'case.nothing-decided',
      severity: 'info',
      title: `This contains ${listed(names)}, ${which} why a request was refused.`,
      article: articlePath('start-triage'),
      evidence: [],
      next:
        steps.length > 0
          ? steps
          : [
              say(
                'Add the rows of the IIS log around the 401, with sc-substatus and sc-win32-status.',
              ),
              say('Add the Authorization header of the request that was refused.'),
            ],
    },
  ];
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join();
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
