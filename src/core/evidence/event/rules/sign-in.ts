/**
 * A domain controller issued a ticket-granting ticket (4768 with Result Code 0x0). It shows that the client
 * reaches a domain controller and, with a timestamp as pre-authentication, that their clocks agree. It is
 * no ticket for a site.
 */
import { ENCRYPTION_TYPES } from '../../../codes/etypes.ts';
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { fromOf, grouped, MOST, nameOf, placesOf, times } from './words.ts';

const RC4 = 'event.sign-in-weak';
const says = {
  reached: 'A domain controller issued a ticket-granting ticket to the client.',
  clocks: 'A domain controller accepted the timestamp of the client.',
};

export const signIn: Rule = {
  id: 'event.sign-in',
  says: 'A domain controller issued a ticket-granting ticket.',
  needs: ['signIn'],
  settles: [
    ...['event.sign-in', RC4].flatMap((finding) => [
      { check: 'domain-controller', finding, state: 'known', says: says.reached } as const,
      { check: 'clocks', finding, state: 'known', says: says.clocks } as const,
    ]),
    {
      check: 'encryption-type',
      finding: RC4,
      state: 'known',
      says: 'A ticket-granting ticket is encrypted with RC4 or DES. The ticket for the site may differ.',
    },
  ],
  judge: (facts) =>
    grouped(facts.all('signIn'), ({ client, etype }) => `${client?.written ?? ''} ${etype ?? ''}`)
      .slice(0, MOST)
      .map((group) => {
        const [first] = group;
        const { client, at, etype, etypeAt } = first;
        const known = etype === undefined ? undefined : ENCRYPTION_TYPES[etype];
        const type = known && stated(known.name, etypeAt ?? at);
        const isWeak = known !== undefined && known.strength !== 'good';
        return {
          ...(isWeak && { id: RC4 }),
          severity: isWeak ? 'warning' : 'ok',
          ...told`The domain controller issued a ticket-granting ticket to ${stated(nameOf(client, 'the user'), at)}${fromOf(first)}${times(group)}${type ? ', encrypted with ' : ''}${type ?? ''}.`,
          article: isWeak ? 'rc4-disabled-etype' : 'events-security',
          evidence: placesOf(group, etypeAt),
          caveat: 'It is no ticket for a site: 4769 is the event of that.',
          ...(isWeak && {
            next: [
              say(
                'Its type is that of the krbtgt account and of what the client asked for. Newer domain controllers issue AES only.',
              ),
              run(
                'domain-controller',
                command`Get-ADUser krbtgt -Properties PasswordLastSet, msDS-SupportedEncryptionTypes`,
              ),
            ],
          }),
        };
      }),
};
