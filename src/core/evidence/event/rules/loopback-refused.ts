/** Windows refused a program that asked its own computer under another name (LsaSrv 6037). */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { grouped, MOST, placesOf, times } from './words.ts';

export const loopbackRefused: Rule = {
  id: 'event.loopback-refused',
  says: 'Windows refused a logon from the computer to itself.',
  needs: ['loopbackRefused'],
  settles: [
    {
      check: 'two-machines',
      state: 'failed',
      says: 'Windows recorded that client and server are one computer.',
    },
  ],
  judge: (facts) =>
    grouped(
      facts.all('loopbackRefused'),
      ({ process, target }) => `${process ?? ''} ${target ?? ''}`,
    )
      .slice(0, MOST)
      .map((group) => {
        const [{ process, target, at }] = group;
        return {
          severity: 'error',
          ...told`${process ?? 'A program'} asked its own computer under the name ${stated(target ?? 'that is not its own', at)}${times(group)}, and the loopback check refused it: this is not the password.`,
          article: 'loopback-check',
          evidence: placesOf(group),
          next: [
            say('Allow that one name in BackConnectionHostNames, or use the name of the computer.'),
            run(
              'server',
              command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\MSV1_0 /v BackConnectionHostNames`,
            ),
          ],
        };
      }),
};
