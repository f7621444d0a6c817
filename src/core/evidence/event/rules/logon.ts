/**
 * Somebody logged on over the network, and the event says with which protocol (4624, 540):
 *
 *     Logon Type:                 3
 *     Authentication Package:     NTLM
 *     Package Name (NTLM only):   NTLM V2
 *
 * Certain about that logon. A server has network logons of other services, such as file shares: compare
 * time, user and address with the request.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { protocolOf } from './logon-protocol.ts';
import { fromOf, grouped, nameOf, placesOf, times } from './words.ts';

type Logon = FactOf<'logon'>;

const NTLM = 'event.logon-ntlm';
const ANONYMOUS = 'event.logon-anonymous';
const OTHER = 'event.logon-other';
const CAVEAT = 'Only if this logon is the one of the request: compare time, user and address.';

export const logon: Rule = {
  id: 'event.logon-kerberos',
  says: 'The server recorded a network logon and its protocol.',
  needs: ['logon'],
  settles: [
    {
      check: 'client-sent',
      state: 'passed',
      says: 'The server recorded a network logon with Kerberos.',
    },
    {
      check: 'client-sent',
      finding: NTLM,
      state: 'failed',
      says: 'The server recorded a network logon with NTLM.',
    },
  ],
  judge: (facts) =>
    grouped(facts.all('logon'), kindOf)
      .map(diagnose)
      .filter((one, _, all) => one.id !== OTHER || all.every(({ id }) => id === OTHER)),
};

/** ANONYMOUS LOGON in any language: the account without a name has this SID's domain. */
function isAnonymous({ account }: Logon): boolean {
  return account?.domain === 'nt authority' || account?.name === 'anonymous logon';
}

function kindOf(one: Logon): string {
  const protocol = protocolOf(one);
  return protocol === 'NTLM' && isAnonymous(one) ? ANONYMOUS : (protocol ?? OTHER);
}

function diagnose(group: readonly [Logon, ...Logon[]]): Diagnosis {
  const [first] = group;
  const evidence = placesOf(group);
  const who = `${nameOf(first.account, 'Somebody')}${fromOf(first)}`;
  const protocol = protocolOf(first);
  if (kindOf(first) === ANONYMOUS) {
    return {
      id: ANONYMOUS,
      severity: 'info',
      ...told`An ${stated('anonymous logon', first.at)}${fromOf(first)} came with NTLM and without credentials${times(group)}.`,
      article: 'client-no-credentials',
      evidence,
      caveat:
        'Windows itself makes such logons, for example to list shares; they are no request to a site.',
    };
  }
  if (protocol === 'NTLM') return ntlm(first, who, evidence, times(group));
  if (protocol === 'Kerberos') {
    return {
      severity: 'ok',
      ...told`${who} logged on with ${stated('Kerberos', first.at)}${times(group)}, so this logon was not NTLM.`,
      article: 'kerberos-or-ntlm',
      evidence,
      caveat: CAVEAT,
    };
  }
  return other(first, who, evidence);
}

function ntlm(
  first: Logon,
  who: string,
  evidence: Diagnosis['evidence'],
  count: string,
): Diagnosis {
  const { lmPackage, at } = first;
  const isOld = /V1|^LM$/i.test(lmPackage ?? '');
  return {
    id: NTLM,
    severity: 'warning',
    ...told`${who} logged on with ${stated(lmPackage ?? 'NTLM', at)} and not with Kerberos${count}.${isOld ? ' This is the oldest version, which Windows 11 24H2 and Windows Server 2025 no longer have.' : ''}`,
    article: isOld ? 'ntlm-fallback-reasons' : 'ntlm-fallback-reasons',
    evidence,
    caveat: CAVEAT,
    next: [
      run('client', command`klist get HTTP/${[undefined, 'HOST NAME OF THE SITE']}`),
      say('An error there says why: no SPN, no domain controller, or no encryption type.'),
    ],
  };
}

function other({ logonType, at }: Logon, who: string, evidence: Diagnosis['evidence']): Diagnosis {
  const isBasic = logonType === 8;
  return {
    id: OTHER,
    severity: 'info',
    ...(isBasic
      ? told`${who} logged on with a password in clear text (${stated('logon type 8', at)}): Basic authentication, or a program that has the password.`
      : told`${who} logged on (${stated(logonType === undefined ? 'no logon type' : `logon type ${String(logonType)}`, at)}); a request with Windows authentication is a network logon, type 3.`),
    article: isBasic ? 'kerberos-or-ntlm' : 'events-security',
    evidence,
  };
}
