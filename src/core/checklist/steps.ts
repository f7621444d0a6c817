/**
 * How each check is made. Apart from the checks themselves, because a list that is marked has these texts on
 * its page already.
 */
import rows from '../../../content/check-steps.json' with { type: 'json' };
import type { Check, CheckSteps } from './check.ts';

const STEPS = rows as Readonly<Record<string, CheckSteps>>;

/** The steps of a check; a test holds every check to having some. */
export function stepsOf({ id }: Pick<Check, 'id'>): CheckSteps {
  const steps = STEPS[id];
  if (!steps) throw new Error(`content/check-steps.json has no ${id}.`);
  return steps;
}
