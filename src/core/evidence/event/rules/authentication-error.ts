/**
 * Windows could not authenticate to a server, and the code in brackets says why (LsaSrv 40960, 40970);
 * 40961 has no code.
 *
 *     authentication error for the server LDAP/dc01.contoso.com. The failure code from authentication
 *     protocol Kerberos was "The user account has been automatically locked ... (0xc0000234)".
 *
 * Certain about that attempt, which is seldom the one to the web site: mind the server's name.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { stated, told } from '../../../text/told.ts';
import { logonReason } from './logon-statuses.ts';
import { grouped, MOST, placesOf, times } from './words.ts';

type Failed = FactOf<'authenticationError'>;

export const authenticationError: Rule = {
  id: 'event.authentication-error',
  says: 'Windows could not authenticate to a server.',
  needs: ['authenticationError'],
  settles: [
    {
      check: 'clocks',
      article: 'clock-skew',
      state: 'failed',
      says: 'Windows recorded that it could not authenticate because of the clocks.',
    },
    {
      check: 'domain-controller',
      article: 'dc-reachability',
      state: 'failed',
      says: 'Windows recorded that it could not authenticate because no domain controller answered.',
    },
  ],
  judge: (facts) =>
    grouped(facts.all('authenticationError'), ({ code, target }) => `${code ?? ''} ${target ?? ''}`)
      .slice(0, MOST)
      .map(diagnose),
};

function diagnose(group: readonly [Failed, ...Failed[]]): Diagnosis {
  const [{ code, target, protocol, at }] = group;
  const to = target ?? 'a server';
  const base = {
    evidence: placesOf(group),
    caveat: 'Only about that server; a computer authenticates to many.',
  };
  if (code === undefined) {
    return {
      ...base,
      severity: 'warning',
      ...told`Windows found no way to authenticate to ${stated(to, at)}${times(group)}.`,
      article: 'events-security',
    };
  }
  const { name, article, because, next } = logonReason(code, undefined);
  return {
    ...base,
    severity: 'error',
    ...told`Windows could not authenticate to ${to}${protocol === undefined ? '' : ` with ${protocol}`}${times(group)}: ${because} (${stated(name, at)}).`,
    article,
    next,
  };
}
