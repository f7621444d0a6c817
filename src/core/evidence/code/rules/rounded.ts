/**
 * A status value that a spreadsheet has rounded: the digits that matter are gone.
 *
 * Triggered by `2,14807E+09` or `2.14807E+09`, on its own or in rows that came out of Excel.
 *
 * Can be wrong when the number is no status at all but a large quantity in scientific notation.
 */
import { findRounded, roundedMessage } from '../rounded.ts';
import type { Check } from '../../../case/rule.ts';

/** The check: one finding for all rounded values of a paste. */
export const codeRounded: Check = ({ text }) => {
  const rounded = findRounded(text);
  const [first] = rounded;
  if (!first) return [];
  return [
    {
      id: 'code.rounded',
      severity: 'warning',
      title: roundedMessage(text, first),
      article: 'read-iis-log',
      evidence: rounded.map(({ at }) => at),
      caveat: 'A large quantity in scientific notation looks the same.',
      next: [
        'Copy the row from the log file itself, or import the file with the column sc-win32-status set to Text.',
      ],
    },
  ];
};
