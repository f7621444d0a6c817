/**
 * An account has no key of a type that the client asked for (KDC 14 and 26 for a ticket-granting ticket, 16
 * and 27 for a service ticket):
 *
 *     The requested etypes were 18 17. The accounts available etypes were 23 -133 -128.
 *
 * Certain about both lists. A client may ask again with another type, so a ticket can still have been issued.
 */
import { cipherOf } from '../../../codes/etypes.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import { stated, told } from '../../../text/told.ts';
import { grouped, MOST, nameOf, placesOf, showKeys, times } from './words.ts';

type Missing = FactOf<'keyMissing'>;

export const keyMissing: Rule = {
  id: 'event.key-missing',
  says: 'The account has no key of an encryption type that the client asked for.',
  needs: ['keyMissing'],
  settles: [
    {
      check: 'encryption-type',
      state: 'failed',
      says: 'The KDC recorded that an account has no key of a type that the client asked for.',
    },
  ],
  judge: (facts) =>
    grouped(
      facts.all('keyMissing'),
      ({ account, target, requested }) =>
        `${account?.written ?? ''} ${target ?? ''} ${requested.join()}`,
    )
      .slice(0, MOST)
      .map(diagnose),
};

/** `AES-256, AES-128 and RC4`, each once. */
function ciphers(etypes: readonly number[]): string {
  const names = [...new Set(etypes.map((etype) => cipherOf(etype) ?? `type ${etype}`))];
  return names.length < 2
    ? names.join()
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function diagnose(group: readonly [Missing, ...Missing[]]): Diagnosis {
  const [{ account, target, spn, request, requested, available, at }] = group;
  const common = requested.filter((etype) => available.includes(etype));
  const isListed = requested.length > 0 && available.length > 0;
  const lists = isListed
    ? `the client asked for ${ciphers(requested)}, the account has ${ciphers(available)}`
    : 'it has none of the types that the client asked for';
  const why =
    common.length > 0 ? `; ${ciphers(common)} is on both lists, so a setting forbids it` : '';
  const what =
    request === 'AS'
      ? 'a ticket-granting ticket'
      : `a ticket for ${target ?? (spn ? spelled(spn) : 'the service')}`;
  const who = stated(nameOf(account, 'The account'), at);
  return {
    severity: 'error',
    ...told`${who} has no suitable key for ${what}${times(group)}: ${lists}${why}.`,
    article: 'rc4-disabled-etype',
    evidence: placesOf(group),
    caveat:
      'The client may have asked again with another type. A domain controller of Windows Server 2003 has no AES and writes this for each newer client.',
    next: [
      showKeys(account),
      say(
        'Without AES keys the account needs a new password; allow AES in msDS-SupportedEncryptionTypes.',
      ),
    ],
  };
}
