/** What ASN.1 calls the type behind a tag (X.680 8.4). */
import type { Element } from './tlv.ts';

const UNIVERSAL: Readonly<Record<number, string>> = {
  1: 'BOOLEAN',
  2: 'INTEGER',
  3: 'BIT STRING',
  4: 'OCTET STRING',
  5: 'NULL',
  6: 'OBJECT IDENTIFIER',
  10: 'ENUMERATED',
  12: 'UTF8String',
  16: 'SEQUENCE',
  17: 'SET',
  19: 'PrintableString',
  22: 'IA5String',
  23: 'UTCTime',
  24: 'GeneralizedTime',
  27: 'GeneralString',
  30: 'BMPString',
};

/** `SEQUENCE`, `[3]`, `[APPLICATION 14]`, `UNIVERSAL 99`. */
export function typeOf({ tag, number }: Pick<Element, 'tag' | 'number'>): string {
  if (tag < 0x40) return UNIVERSAL[number] ?? `UNIVERSAL ${number}`;
  if (tag < 0x80) return `[APPLICATION ${number}]`;
  return tag < 0xc0 ? `[${number}]` : `[PRIVATE ${number}]`;
}
