/**
 * Whose session it is, where it was not authenticated with NTLM:
 *
 *     C:\>whoami
 *     iis apppool\portal
 *
 * A list of all groups without S-1-5-64-10, -14 and -21 is of a session that used none of NTLM, Schannel and Digest.
 * Kerberos has no SID of its own, so it is likely and not proven.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { displayName } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { isAnonymous } from '../built-in.ts';

type Token = FactOf<'accessToken'>;

export const identity: Rule = {
  id: 'whoami.identity',
  says: 'It is known whose session it is.',
  needs: ['accessToken'],
  settles: [
    {
      check: 'client-sent',
      state: 'known',
      says: 'It is known whose session it is. With what a client signed in to the site is not.',
    },
  ],
  judge(facts) {
    const [token] = facts
      .all('accessToken')
      .filter(
        ({ authentication, account, isElevated }) =>
          authentication !== 'NTLM' && (authentication ?? account ?? isElevated) !== undefined,
      );
    if (!token || (isPlain(token) && facts.facts.length > 1)) return [];
    return [
      {
        severity: 'info',
        ...sentence(token),
        article: 'who-am-i-on-the-server',
        evidence: [token.at],
        ...(token.isElevated === true && {
          caveat:
            'The session is elevated ("as administrator"). Its tickets are other ones than those of the normal session of the same user.',
        }),
        next: [run('client', command`klist`)],
      },
    ];
  },
};

/** The name of a person says something only where there is nothing else. */
const isPlain = ({ authentication, isElevated, groups, isBuiltIn }: Token): boolean =>
  authentication === undefined &&
  isElevated === undefined &&
  groups === undefined &&
  isBuiltIn !== true;

function sentence({ account, at, authentication, groups, isBuiltIn }: Token) {
  const who = stated(account === undefined ? 'This session' : displayName(account), at);
  if (authentication !== undefined) {
    return told`${who} was authenticated with ${authentication}.`;
  }
  if (isBuiltIn === true) {
    return account && isAnonymous(account)
      ? told`${who} is a built-in identity, and anonymous on the network.`
      : told`${who} is a built-in identity: on the network it is the computer account.`;
  }
  return groups?.isComplete === true
    ? told`${who} was not authenticated with NTLM: S-1-5-64-10 is not in the list of all its groups.`
    : told`${who} is the identity of the session in which the command ran.`;
}
