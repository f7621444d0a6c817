/**
 * How well a value of one shape suits a column of one type, as a table. Positive speaks for,
 * negative against, `never` forbids; `align.ts` looks for the reading with the largest sum.
 *
 * The numbers were set by hand on published log rows. What matters is their order: an address or a
 * verb is unmistakable, an empty value suits every text column a little, and the columns that are
 * usually present (referer) a little more than those that are not (cookie).
 */
import type { FieldType } from './fields.ts';
import type { Shape } from './value-shape.ts';

const never = -99;

type Row = Partial<Record<Shape, number>> & { readonly other: number };

const FIT: Readonly<Record<FieldType, Row>> = {
  date: { date: 4, masked: 1, text: -1, other: never },
  time: { time: 4, date: 0, masked: 0.5, text: -1, other: never },
  site: { site: 4, text: 0.4, host: 0.4, masked: 0.3, empty: 0, account: -1, other: never },
  computer: { text: 0.5, host: 0.6, masked: 0.3, empty: 0, account: -1, other: never },
  ip: { ip: 4, masked: 2, empty: 0, text: -1, host: -1, other: never },
  ips: { ip: 3, masked: 1, empty: 0.5, other: never },
  verb: { verb: 4, text: -1, empty: 0, masked: 0, other: never },
  stem: { path: 4, url: 1, text: 0.3, masked: 0.3, empty: 0, host: 0, other: -3 },
  query: { pairs: 1.5, empty: 1, digits: -0.5, ip: -3, verb: -3, other: 0.3 },
  port: { digits: 3, empty: -1, other: never },
  user: {
    account: 3,
    empty: 1,
    text: 1,
    masked: 1,
    host: 0.8,
    digits: 0.1,
    verb: 0,
    ip: -4,
    other: -2,
  },
  version: { version: 5, empty: 0, other: never },
  agent: { agent: 3, empty: 1, text: 0.9, host: 0.3, pairs: -0.5, masked: 0.3, ip: -4, other: -2 },
  cookie: { pairs: 2, empty: 0.6, account: 0, text: -0.5, masked: 0.2, url: -4, other: -2 },
  referer: { url: 4, empty: 0.8, path: 0, host: -0.5, other: -2 },
  host: { host: 2, ip: 1.5, empty: 0.3, text: 0, masked: 0.2, other: -2 },
  status: { digits: 3, empty: -1, other: never },
  substatus: { digits: 2, empty: 0, other: never },
  win32: { code: 4, digits: 2, empty: 0, other: never },
  number: { digits: 1.5, empty: 0.2, other: never },
  duration: { digits: 1.7, empty: 0, other: never },
  reason: { reason: 4, text: 0.3, empty: 0, other: -2 },
  text: { other: 0.2 },
};

/** Columns of numbers with narrower bounds than "digits". */
const RANGE: Partial<Record<FieldType, (digits: string) => boolean>> = {
  port: (digits) => digits.length <= 5 && Number(digits) <= 65_535,
  status: (digits) => /^[1-5]\d\d$/.test(digits),
  substatus: (digits) => digits.length <= 3,
  win32: (digits) => digits.length <= 10,
};

/** Score of a value in a column; far below zero when it cannot stand there. */
export function fit(type: FieldType, shape: Shape, value: string): number {
  if (shape === 'digits' && RANGE[type]?.(value.replace('.0', '')) === false) return never;
  const row = FIT[type];
  return row[shape] ?? row.other;
}

/** Can the value stand in the column at all? */
export function canBe(type: FieldType, shape: Shape, value: string): boolean {
  return fit(type, shape, value) > never;
}
