/**
 * A program used credentials that it was given, and not those of the user who runs it (4648):
 *
 *     Account Name:         svc-portal          who runs it
 *     Account Name:         alex                whose credentials
 *     Process Name:         C:\Windows\System32\inetsrv\w3wp.exe
 *
 * Certain about the attempt. Whether it succeeded is not in it.
 */
import type { Rule } from '../../../case/rule.ts';
import { stated, told } from '../../../text/told.ts';
import { grouped, MOST, nameOf, placesOf, times } from './words.ts';

export const explicitLogon: Rule = {
  id: 'event.explicit-logon',
  says: 'A program used credentials that it was given.',
  needs: ['explicitLogon'],
  judge: (facts) =>
    grouped(
      facts.all('explicitLogon'),
      ({ account, process }) => `${account?.written ?? ''} ${process ?? ''}`,
    )
      .slice(0, MOST)
      .map((group) => {
        const [{ account, by, process, target, at }] = group;
        const program = process?.split('\\').at(-1);
        const isIis = /^w3wp/i.test(program ?? '');
        const where = target === undefined || target === 'localhost' ? '' : ` to ${target}`;
        return {
          severity: 'info',
          ...told`${program ?? 'A program'} of ${nameOf(by, 'a user')} used the credentials of ${stated(nameOf(account, 'another user'), at)}${where}${times(group)}.${isIis ? ' In a worker process this is Basic authentication, or the application itself.' : ''}`,
          article: isIis || target === undefined ? 'events-security' : 'saved-credentials-override',
          evidence: placesOf(group),
          caveat: 'The event is written before the logon; 4624 or 4625 has its result.',
        };
      }),
};
