/**
 * Names of a paste inside commands that a person will run. A paste may come from a stranger, and a
 * name such as `x & calc` must not become part of a command line.
 */

/** Begins like no option, and holds nothing that cmd, PowerShell or a POSIX shell would act on. */
const SAFE = /^[\w/\\~.:@][\w.\-/\\@:~]{0,199}$/;

/** True when the name can stand in a command as it is. */
export function fitsCommand(name: string | undefined): name is string {
  return name !== undefined && SAFE.test(name);
}

/** The name when it can stand in a command, else the placeholder. */
export function inCommand(name: string | undefined, placeholder: string): string {
  return fitsCommand(name) ? name : placeholder;
}
