/**
 * Commands that a person will copy and run, with names out of a paste filled in. A paste may come
 * from a stranger, and a name such as `x & calc` must not become part of a command line.
 */

declare const checked: unique symbol;

/** A command line; only the tag `command` makes one, so no name gets into it unchecked. */
export type Command = string & { readonly [checked]: true };

/** Begins like no option, and holds nothing that cmd, PowerShell or a POSIX shell would act on. */
const HARMLESS = /^[\w/\\~.:][\w.\-/\\@:~]{0,199}$/;

/** The same between double quotes, where a space is harmless as well; a backslash would escape the quote. */
const QUOTED = /^(?!.*[\\ ]$)[\w/\\~.:][\w.\-/\\@:~ ]{0,199}$/;

/** True when the name can stand in a command as it is. */
export function fitsCommand(name: string | undefined): name is string {
  return name !== undefined && HARMLESS.test(name);
}

/** A name from the evidence, and the word that stands for it when it is missing or not harmless. */
export type Name = readonly [name: string | undefined, placeholder: string];

/** ``command`setspn -Q ${[spn, 'SPN']}` `` -> `setspn -Q HTTP/portal.contoso.com` or `setspn -Q <SPN>` */
export function command(parts: TemplateStringsArray, ...names: readonly Name[]): Command {
  return parts.reduce((line, part, index) => {
    const [name, placeholder = ''] = names[index - 1] ?? [];
    const isQuoted = line.endsWith('"') && part.startsWith('"');
    const fits = isQuoted ? QUOTED : HARMLESS;
    return line + (name !== undefined && fits.test(name) ? name : `<${placeholder}>`) + part;
  }) as Command;
}
