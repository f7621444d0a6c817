/** Commands whose lines are data of `content/`, with `{spn}` where a name from the evidence goes. */
import { command, type Command, type Name } from './command.ts';

/** A word in braces; the braces of PowerShell hold more than a word. */
const PLACE = /\{(\w{1,30})\}/;

/** Words in braces of a line or a sentence, in order. */
export function placesIn(line: string): string[] {
  return line.split(PLACE).filter((_, index) => index % 2 === 1);
}

/**
 * `setspn -Q {spn}` with its names filled in by the tag `command`, which checks them. A word without
 * a name stays as a placeholder: `<spn>`.
 */
export function commandOf(line: string, names: Readonly<Record<string, Name>>): Command {
  const pieces = line.split(PLACE);
  const parts = pieces.filter((_, index) => index % 2 === 0);
  const filled = placesIn(line).map((word): Name => names[word] ?? [undefined, word]);
  return command(Object.assign(parts, { raw: parts }), ...filled);
}
