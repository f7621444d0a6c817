/**
 * A 401 that closes the connection, where NTLM needs it to stay open:
 *
 *     HTTP/1.1 401 Unauthorized
 *     WWW-Authenticate: NTLM TlRMTVNTUAACAAAA...
 *     Connection: close
 *
 * With a challenge, certain: the answer to it must come on the connection of the challenge. With bare
 * offers, the handshake may still begin on a connection that stays. Source: MS-NTHT 1.3, RFC 4559 6.
 */
import { say } from '../../contract/step.ts';
import { legsOf, windowsOffers, type Leg } from '../join/legs.ts';
import type { Diagnosis, Rule } from '../rule.ts';

export const httpConnectionClosed: Rule = {
  id: 'http.connection-closed',
  says: 'The connection is closed in the middle of a logon that is bound to it.',
  needs: ['messages'],
  judge: (facts) => {
    const legs = legsOf(facts)
      .flat()
      .filter((leg) => closes(leg) && leg.answer?.status === 401);
    const broken = legs.find(isChallenge);
    const leg = broken ?? legs.find((one) => windowsOffers(one).includes('NTLM'));
    if (!leg?.answer) return [];
    return [broken ? certain(leg, leg.answer.at) : possible(leg, leg.answer.at)];
  },
};

const closes = ({ request, answer }: Leg) => answer?.closes === true || request?.closes === true;
const isChallenge = ({ received }: Leg) => received.some(({ ntlm }) => ntlm?.type === 2);

/** Who asks for it: the answer repeats what the request wants. */
const closer = ({ request }: Leg) => (request?.closes === true ? 'client' : 'server');

const NEXT = [
  say(
    'Look for who adds Connection: close: the client, a proxy in between, or allowKeepAlive in the configuration of IIS.',
  ),
];

function certain(leg: Leg, at: Diagnosis['evidence'][number]): Diagnosis {
  return {
    severity: 'error',
    title: `The ${closer(leg)} closes the connection at the NTLM challenge: the client's answer needs the same connection, so the logon cannot end.`,
    article: 'keep-alive-required',
    evidence: [at],
    next: NEXT,
  };
}

function possible(leg: Leg, at: Diagnosis['evidence'][number]): Diagnosis {
  return {
    severity: 'warning',
    title: `The ${closer(leg)} closes the connection after the 401. Kerberos survives that; an NTLM handshake does not if it happens at each of its steps.`,
    article: 'keep-alive-required',
    evidence: [at],
    caveat:
      'If the connection stays open from the NTLM challenge to the next answer, it does no harm.',
    next: NEXT,
  };
}
