/**
 * A status value that a spreadsheet has rounded: the digits that matter are gone.
 *
 * Triggered by `2,14807E+09` or `2.14807E+09`, on its own or in rows that came out of Excel.
 *
 * Can be wrong when the number is no status at all but a large quantity in scientific notation.
 */
import type { Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { findRounded, roundedMessage } from '../rounded.ts';

/** One finding for all rounded values of a case. A rounded value is no code, so nothing is needed. */
export const codeRounded: Rule = {
  id: 'code.rounded',
  says: 'A status value was rounded by a spreadsheet.',
  needs: [],
  judge: ({ sources }) => {
    const found = sources.flatMap(({ id, text }) =>
      findRounded(text).map((rounded) => ({
        at: { ...rounded.at, ...(sources.length > 1 && { source: id }) },
        message: () => roundedMessage(text, rounded),
      })),
    );
    const [first] = found;
    if (!first) return [];
    return [
      {
        severity: 'warning',
        title: first.message(),
        article: 'read-iis-log',
        evidence: found.map(({ at }) => at),
        caveat: 'A large quantity in scientific notation looks the same.',
        next: [
          say(
            'Copy the row from the log file itself, or import the file with the column sc-win32-status set to Text.',
          ),
        ],
      },
    ];
  },
};
