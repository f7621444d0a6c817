/** Command lines in what was copied from a console: above an output they say what was asked for. */

/**
 * Matches a line on which one of `programs` is called: alone, after a prompt such as `PS C:\>`,
 * `C:\Temp>`, `[root@web ~]#`, or with its path. Group 1 is what comes after the name, if anything
 * does. `programs` is the source of a regular expression without groups.
 */
export function commandPattern(programs: string): RegExp {
  const prompt = '(?:[^>$%#]{0,200}[>$%#]\\s?)?';
  const path = '(?:["&]?[\\w.: ()%~\\\\-]{0,150}\\\\)?';
  return new RegExp(
    `^${prompt}${path}["\`]?(?:${programs})(?:\\.exe)?["\`]?(?:\\s+(\\S.*))?$`,
    'i',
  );
}
