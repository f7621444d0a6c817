/**
 * Which account may register which URL:
 *
 *     Reserved URL            : https://*:8172/
 *         User: NT SERVICE\WMSvc
 *
 * It lets a program register the URL, and does not show that one does.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

export const reservation: Rule = {
  id: 'netsh.reservation',
  says: 'It is known which accounts may register which URLs.',
  needs: ['urlReservation'],
  judge: (facts) => {
    const all = facts.all('urlReservation');
    const [first] = all;
    if (!first) return [];
    const { at, url, users } = first;
    const who = users.length === 0 ? 'an account' : users.slice(0, 3).join(', ');
    return [
      {
        severity: 'info',
        ...told`${stated(url, at)} is reserved for ${who}${all.length > 1 ? `; ${all.length} URLs are reserved` : ''}.`,
        article: 'collect-server-state',
        evidence: all.map((one) => one.at),
        caveat:
          'A reservation lets a program register a URL. It does not show that one does, and has nothing to do with who may log on.',
        next: [run('server', command`netsh http show servicestate view=requestq`)],
      },
    ];
  },
};
