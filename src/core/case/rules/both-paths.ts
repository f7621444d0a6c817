/**
 * One host on two paths, straight to the server and past a proxy:
 *
 *     source 1    Via: 1.1 proxy01     Authorization: Negotiate YII...    401
 *     source 2                         Authorization: Negotiate YII...    200
 *
 * Works straight only: what is between them is the cause. The same end on both: it is not. Only logons count: an
 * offer that nobody answers ends nothing. Can be wrong where the
 * two tests were made by two users or programs.
 */
import { say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { Span } from '../../facts/span.ts';
import { stated, told } from '../../text/told.ts';
import { hostOfLeg, lastToken, legsOf, type Leg } from '../join/legs.ts';
import { proxySigns, type ProxySign } from '../join/proxy-signs.ts';
import type { Judgement, Rule } from '../rule.ts';

interface Path {
  readonly host: string;
  readonly status: number;
  readonly at: Span;
  readonly proxy?: ProxySign;
}

export const bothPaths: Rule = {
  id: 'case.only-direct-works',
  says: 'Something between client and server changes the request.',
  needs: ['messages'],
  settles: [
    {
      check: 'nothing-between',
      state: 'failed',
      says: 'The request works straight to the server and fails through a proxy.',
    },
    {
      check: 'nothing-between',
      state: 'passed',
      when: 'ruled-out',
      says: 'The request ends in the same way straight to the server and through a proxy.',
    },
  ],
  judge: (facts): Judgement => {
    const paths = pathsOf(facts);
    const through = paths.find(({ proxy }) => proxy);
    const direct = paths.find(({ proxy, host }) => !proxy && host === through?.host);
    if (!through?.proxy || !direct) return [];
    if (isGood(through) === isGood(direct)) return { ruledOut: [direct.at, through.at] };
    return isGood(direct) ? [finding(direct, through, through.proxy)] : [];
  },
};

const isGood = ({ status }: Path): boolean => status >= 200 && status < 400;

/** How the logon of each source ends. */
function pathsOf(facts: FactBase): Path[] {
  const signs = proxySigns(facts);
  return legsOf(facts).flatMap((legs): Path[] => {
    const last = legs.findLast((leg) => leg.answer?.status !== undefined && hasCredentials(leg));
    const host = last && (hostOfLeg(last) ?? hostBefore(legs));
    const at = last?.answer?.at;
    if (!last?.answer?.status || host === undefined || !at) return [];
    const proxy = signs.find((sign) => sign.at.source === at.source);
    return [{ host, status: last.answer.status, at, ...(proxy && { proxy }) }];
  });
}

const hasCredentials = (leg: Leg): boolean =>
  lastToken(leg) !== undefined || leg.request?.hidesToken === true;

const hostBefore = (legs: readonly Leg[]): string | undefined =>
  legs.map(hostOfLeg).find((host) => host !== undefined);

function finding(direct: Path, through: Path, proxy: ProxySign) {
  return {
    severity: 'error' as const,
    ...told`${direct.host} answers with ${stated(String(direct.status), direct.at)} straight and with ${stated(String(through.status), through.at)} through the proxy (${stated(proxy.says, proxy.at)}): what is between them breaks the logon.`,
    article: 'reverse-proxy-load-balancer' as const,
    evidence: [direct.at, through.at, proxy.at],
    caveat: 'Only if both tests were made by the same user with the same program.',
    next: [
      say(
        'NTLM needs one connection to one server for the whole handshake; Kerberos needs the name that the client uses to have an SPN on the account that decrypts.',
      ),
      say(
        'Let the proxy keep connections apart by client, or pass TLS through. With TLS ended on the way, look at Extended Protection.',
      ),
    ],
  };
}
