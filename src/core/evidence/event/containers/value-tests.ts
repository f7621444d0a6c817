/** Values in a row that no message of another event has. */
import type { PlacedLine } from '../fields/labelled.ts';

/** Lines with a label above and below the values that tell it. */
export const REACH = 16;

const STATUS = /^0x[89cd][0-9a-f]{7}$/i;
const CODE = /^0x0{0,6}[0-9a-f]{1,2}$/i;
const ANY_STATUS = /^0x(?:[89cd][0-9a-f]{7}|0{1,8})$/i;
const OPTIONS = /^0x[4-9a-f0][0-9a-f]{7}$/i;
const ETYPE = /^0x(?:f{8}|0{0,6}(?:1|3|11|12|17|18))$/i;
const PACKAGE = /^(?:Kerberos|NTLM|Negotiate|MICROSOFT_AUTHENTICATION_PACKAGE_V1_0)$/i;
const TYPE = /^(?:[2-57-9]|1[0-3])$/;
const NUMBER = /^(?:\d{1,5}|-)$/;

type Test = (lines: readonly PlacedLine[], at: number) => boolean;

const value = (lines: readonly PlacedLine[], at: number) => lines[at]?.value ?? '';
const isNear = (lines: readonly PlacedLine[], from: number, to: number, pattern: RegExp) =>
  lines.slice(Math.max(from, 0), to).some((line) => pattern.test(line.value));

/** The first that holds is the event; `at` is the line of its first telling value. */
const TESTS: readonly (readonly [id: number, test: Test])[] = [
  [
    4625,
    (lines, at) =>
      STATUS.test(value(lines, at)) &&
      ANY_STATUS.test(value(lines, at + 1)) &&
      isNear(lines, at - 9, at, TYPE) &&
      isNear(lines, at + 2, at + REACH, PACKAGE),
  ],
  [
    4769,
    (lines, at) =>
      OPTIONS.test(value(lines, at)) &&
      ETYPE.test(value(lines, at + 1)) &&
      CODE.test(value(lines, at + 2)) &&
      !NUMBER.test(value(lines, at + 3)),
  ],
  [
    4768,
    (lines, at) =>
      OPTIONS.test(value(lines, at)) &&
      CODE.test(value(lines, at + 1)) &&
      ETYPE.test(value(lines, at + 2)) &&
      (NUMBER.test(value(lines, at + 3)) || ETYPE.test(value(lines, at + 3))),
  ],
  [
    4771,
    (lines, at) =>
      OPTIONS.test(value(lines, at)) &&
      CODE.test(value(lines, at + 1)) &&
      NUMBER.test(value(lines, at + 2)) &&
      isNear(lines, at - 8, at, /^krbtgt/i),
  ],
  [
    4776,
    (lines, at) =>
      /^MICROSOFT_AUTHENTICATION_PACKAGE_V1_0$/i.test(value(lines, at)) &&
      ANY_STATUS.test(value(lines, at + 3)),
  ],
  [
    4624,
    (lines, at) =>
      PACKAGE.test(value(lines, at)) &&
      /^(?:-|NTLM V[12]|LM)$/i.test(value(lines, at + 2)) &&
      /^\d{1,3}$/.test(value(lines, at + 3)) &&
      isNear(lines, at - 26, at, /^\{[0-9a-f-]{36}\}$/i) &&
      isNear(lines, at - 32, at, TYPE),
  ],
];

/** The number of the event of Security whose first telling value is in the line `at`. */
export function eventToldAt(lines: readonly PlacedLine[], at: number): number | undefined {
  return TESTS.find(([, test]) => test(lines, at))?.[0];
}
