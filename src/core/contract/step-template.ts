/** Steps that are data of `content/`, with `{spn}` where a name from the evidence goes. */
import { commandOf } from '../text/escape/command-template.ts';
import type { Name } from '../text/escape/command.ts';
import { run, say, type Machine, type Step } from './step.ts';

/** A step as `content/` writes it. */
export type StepTemplate =
  { readonly say: string } | { readonly run: string; readonly on: Machine };

/** The step with the names filled in. */
export function stepOf(template: StepTemplate, names: Readonly<Record<string, Name>>): Step {
  if ('say' in template) return say(template.say);
  return run(template.on, commandOf(template.run, names));
}
