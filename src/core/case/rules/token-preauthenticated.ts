/**
 * A request that carries Negotiate or NTLM before any 401, and an answer that starts over: 401 with
 * bare offers. Internet Explorer and other WinINET programs do so after an earlier logon.
 *
 *     GET /App1/default.aspx HTTP/1.1
 *     Authorization: Negotiate YII...
 *     HTTP/1.1 401 Unauthorized
 *     WWW-Authenticate: Negotiate
 *     WWW-Authenticate: NTLM
 *
 * Can be wrong when the paste begins in the middle of an exchange: a refused ticket or password is
 * answered in the same way.
 */
import type { Message } from '../../contract/decoded.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Check } from '../rule.ts';
import { tokensIn } from '../../evidence/token/rules/words.ts';

const WINDOWS = new Set(['Negotiate', 'NTLM']);

const namesWindows = ({ schemes }: Message) =>
  schemes?.some((scheme) => WINDOWS.has(scheme)) ?? false;

/** True for a first request; an NTLM type 3 answers a challenge, so it is none. */
function isFirst(facts: Facts, request: Message): boolean {
  const later = tokensIn(facts, request).some(
    ({ ntlm, spnego }) => ntlm?.type === 3 || spnego?.message === 'NegTokenResp',
  );
  return request.direction === 'request' && namesWindows(request) && !later;
}

export const tokenPreauthenticated: Check = (facts) => {
  const messages = facts.messages ?? [];
  const index = messages.findIndex(({ status }) => status === 401);
  const answer = messages[index];
  const request = messages.slice(0, Math.max(index, 0)).at(-1);
  if (!answer || !request || !isFirst(facts, request)) return [];
  if (!namesWindows(answer) || tokensIn(facts, answer).length > 0) return [];
  return [
    {
      id: 'token.preauthenticated',
      severity: 'warning',
      title: `The request already carries ${request.schemes?.[0] ?? 'a token'} before any 401, and the server answers 401 with bare offers: pre-authentication.`,
      article: 'preauth-401-1',
      evidence: [request.at, answer.at],
      caveat:
        'Only if this is the first request of the connection; a refused ticket or password is answered in the same way.',
      next: [
        'Check that the next request succeeds; the browser then only shows a detour.',
        'reg query "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" /v DisableNTLMPreAuth',
      ],
    },
  ];
};
