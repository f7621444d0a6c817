/** Steps that are data of `content/`, with `{spn}` where a name from the evidence goes. */
import { commandOf, placesIn } from '../text/escape/command-template.ts';
import type { Name } from '../text/escape/command.ts';
import { run, say, type Machine, type Step } from './step.ts';

/** A step as `content/` writes it. */
export type StepTemplate =
  | { readonly say: string }
  | {
      readonly run: string;
      readonly on: Machine;
      /** The line to use where the evidence lacks one of the names. */
      readonly otherwise?: string;
    };

/** True when the evidence has a name for every place of the line. */
function hasNames(line: string, names: Readonly<Record<string, Name>>): boolean {
  return placesIn(line).every((place) => names[place]?.[0] !== undefined);
}

/** The step with the names filled in. */
export function stepOf(template: StepTemplate, names: Readonly<Record<string, Name>>): Step {
  if ('say' in template) return say(template.say);
  const { run: line, on, otherwise } = template;
  const isOpen = otherwise !== undefined && !hasNames(line, names);
  return run(on, commandOf(isOpen ? otherwise : line, names));
}

/** The steps that need no name, or whose names the evidence has. */
export function stepsOf(
  templates: readonly StepTemplate[],
  names: Readonly<Record<string, Name>>,
): Step[] {
  return templates
    .filter((step) => 'say' in step || hasNames(step.run, names))
    .map((step) => stepOf(step, names));
}
