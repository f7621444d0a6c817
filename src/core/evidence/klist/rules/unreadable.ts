/**
 * klist could not list the tickets or the sessions:
 *
 *     klist failed with 0xc000005f/-1073741729: A specified logon session does not exist.
 *     klist failed with 0xc0000022/-1073741790: {Access Denied}
 *
 * It says nothing about the KDC, the SPN or the site.
 */
import type { Rule } from '../../../case/rule.ts';
import { stated, told } from '../../../text/told.ts';
import { refusalOf } from './refusals.ts';

export const unreadable: Rule = {
  id: 'klist.unreadable',
  says: 'klist could not list the tickets or the sessions.',
  needs: ['ticketCacheUnreadable'],
  judge(facts) {
    return facts
      .all('ticketCacheUnreadable')
      .slice(0, 1)
      .map(({ at, code, name }) => {
        const { article, severity, why, caveat, next } = refusalOf(code);
        const hex = `0x${code.toString(16).toUpperCase()}`;
        return {
          severity: severity === 'error' ? 'warning' : severity,
          ...told`klist could not list what was asked for: ${why} (${stated(hex, at)}${name === undefined ? '' : `, ${name}`}).`,
          article,
          evidence: [at],
          ...(caveat !== undefined && { caveat }),
          next: next([undefined, 'SPN']),
        };
      });
  },
};
