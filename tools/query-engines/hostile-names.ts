/** Names as somebody would write them who wants to break out of a query. */
import fc from 'fast-check';
import { isWritable } from '../../src/core/queries/writable.ts';

const SHARP = [
  ...["'", "''", '"', '\\', "\\'", '\\"', '`', '$', '$(calc)', '%', '%PATH%', '%27', '+', '|', ';'],
  ...[
    '--',
    '/*',
    '*/',
    '//',
    "' OR 1=1 --",
    "'; DROP TABLE log; --",
    '"] | delete',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '\u2018',
    '\u2019',
    '\u201a',
    '\u201b',
    '\u201c',
    '@',
    "@'",
    '#',
    '\\u0027',
    '&#39;',
    'é',
    '名',
    '😀',
  ],
  ...[' ', '/', 'CONTOSO\\anna', 'x'],
];
const fitting = (text: string): string => Array.from(text).filter(isWritable).join('');

/** Any name that can stand in a query. */
export const names = fc
  .oneof(
    fc
      .array(fc.constantFrom(...SHARP), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map(fitting),
  )
  .filter(isWritable);

/** Names that no query should carry. */
export const UNFIT = [
  '',
  'a\nb',
  'a\r',
  'a\tb',
  'a\0',
  '\u001b[2J',
  'a\u2028b',
  '\u202egnp',
  '\u200b',
  '\ud800',
  'x'.repeat(513),
];
