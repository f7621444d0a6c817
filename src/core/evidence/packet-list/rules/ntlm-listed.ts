/**
 * NTLM in a list of packets, and the answer to its last message:
 *
 *     GET /app HTTP/1.1 , NTLMSSP_AUTH, User: CONTOSO\alex
 *     HTTP/1.1 401 Unauthorized
 *
 * Certain that NTLM was used. A list of several connections may show the answer of another one.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { command } from '../../../text/escape/command.ts';

const REFUSED = 401;

export const ntlmListed: Rule = {
  id: 'packet-list.ntlm',
  says: 'The client logs on with NTLM.',
  needs: ['listedNtlm'],
  settles: [
    { check: 'client-sent', state: 'failed', says: 'The capture shows NTLM of the client.' },
  ],
  judge: (facts) => {
    const sent = facts.all('listedNtlm').filter(({ type }) => type !== 2);
    const last = sent.findLast(({ type }) => type === 3);
    const [first] = sent;
    if (!first) return [];
    const user = last?.user === undefined ? '' : ` as ${last.user}`;
    const status = last && statusBehind(last.at, facts);
    if (status === REFUSED) return [refused(user, last?.at ?? first.at)];
    return [
      {
        severity: 'info',
        title: `The client logs on with NTLM${user}${status === undefined ? '' : `, and the answer is ${status}`}.`,
        article: 'ntlm-flow',
        evidence: [first.at, ...(last ? [last.at] : [])],
        next: [run('client', command`klist`)],
      },
    ];
  },
};

function refused(user: string, at: Diagnosis['evidence'][number]): Diagnosis {
  return {
    severity: 'error',
    title: `The client logs on with NTLM${user}, and the answer to its last message is 401: refused.`,
    article: '401-1-bad-credentials',
    evidence: [at],
    caveat: 'In a list of several connections the next answer may be that of another one.',
    next: [
      say('Look on the server for event 4625 at that time: Status and Sub Status name the reason.'),
    ],
  };
}

/** Status of the next answer in the same source. */
function statusBehind(at: Diagnosis['evidence'][number], facts: FactBase): number | undefined {
  return facts.messages.find(
    (message) =>
      message.direction === 'response' &&
      message.at.source === at.source &&
      message.at.start > at.start,
  )?.status;
}
