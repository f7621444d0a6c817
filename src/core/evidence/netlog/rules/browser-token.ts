/** What the rules on the tokens that a browser asked Windows for have in common. */
import type { Rule } from '../../../case/rule.ts';
import { run, type Step } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { type Spn, spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';

/** The bit of an error in a SECURITY_STATUS: SEC_I_CONTINUE_NEEDED has none. */
const ERROR = 0x80000000;

export const NAMES_SPN: NonNullable<Rule['settles']> = [
  {
    check: 'requested-name',
    state: 'known',
    says: "The browser's own log names the SPN that it asked for.",
  },
];

export function hasFailed({ code = 0, error }: FactOf<'browserToken'>): boolean {
  return code >= ERROR || error !== undefined;
}

/** Asks for a ticket, and for the owner of the name. */
export function stepsFor(spn: Spn): Step[] {
  return [
    run('client', command`klist get ${[spelled(spn), 'SPN']}`),
    run('anywhere', command`setspn -F -Q ${[spelled(spn), 'SPN']}`),
  ];
}
