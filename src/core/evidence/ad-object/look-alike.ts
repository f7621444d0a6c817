/**
 * Events 4768 and 4769 have lines of the same names since the updates of January 2025:
 *
 *     Service Information:
 *             Service Name:                   svc-portal
 *             MSDS-SupportedEncryptionTypes:  0x1C (RC4, AES128-SHA96, AES256-SHA96)
 *             Available Keys:                 AES-SHA1, RC4
 */
import type { Entry } from './entry.ts';

/** Characters on either side in which an event names its other fields. */
const NEAR = 400;
const OF_EVENT = /Available Keys|Advertized Etypes|Ticket Options|Event ?ID|\b476[89]\b/i;

/** True for an entry of encryption types alone, in the text of an event. */
export function isOfEvent({ values, at }: Entry, text: string): boolean {
  const isAlone = [...values.keys()].every((name) => name === 'encryption-types');
  if (!isAlone) return false;
  return OF_EVENT.test(text.slice(Math.max(0, at.start - NEAR), at.end + NEAR));
}
