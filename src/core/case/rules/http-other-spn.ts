/**
 * A ticket for another host than the one that the request goes to:
 *
 *     Host: intranet.contoso.com
 *     Authorization: Negotiate YII...          (AP-REQ for HTTP/web01.contoso.com)
 *
 * Certain about both names. Mostly the first is an alias of the second. A proxy that rewrites Host
 * looks the same from the server's side. A short name is left alone, as it may be the same host.
 */
import { run } from '../../contract/step.ts';
import { proof } from '../../evidence/token/rules/words.ts';
import { compareHosts, isAddress, spelled, spnOf } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { hostOfLeg, legsOf, type Leg } from '../join/legs.ts';
import type { Diagnosis, Rule } from '../rule.ts';

export const httpOtherSpn: Rule = {
  id: 'http.other-spn',
  says: 'The ticket is for another host than the one in the URL.',
  needs: ['messages', 'tokens'],
  settles: [
    {
      check: 'requested-name',
      state: 'failed',
      says: 'The client asked for the SPN of another host than the one in the URL.',
    },
  ],
  judge: (facts) => legsOf(facts).flat().flatMap(judge).slice(0, 1),
};

function judge(leg: Leg): Diagnosis[] {
  const host = hostOfLeg(leg);
  const token = leg.sent.find(({ kerberos }) => kerberos?.message === 'AP-REQ');
  const spn = token && spnOf(token.kerberos?.sname ?? '');
  const isSite = token?.header?.toLowerCase() === 'authorization' && spn?.service === 'HTTP';
  if (host === undefined || !leg.request || !token || !spn || !isSite || isAddress(host)) return [];
  if (compareHosts(host, spn.host) !== 'different' || spn.host.includes('…')) return [];
  const [at = token.at] = proof(token, 'sname');
  return [
    {
      severity: 'warning',
      ...told`The request is for ${stated(host, leg.request.at)}, and the ticket is for ${stated(spelled(spn), at)}.`,
      article: 'cname-alias-spn',
      evidence: [leg.request.at, at],
      caveat:
        'Right where the account of the site holds that SPN. A proxy that changes the Host header looks the same on the server.',
      next: [
        run('client', command`Resolve-DnsName ${[host, 'HOST']}`),
        run('anywhere', command`setspn -F -Q ${[spelled(spn), 'SPN']}`),
      ],
    },
  ];
}
