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
import { run, say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { command } from '../../text/escape/command.ts';
import { messagesBySource, tokensIn } from '../join/exchange.ts';
import { sendsAtOnce } from '../join/legs.ts';
import type { Diagnosis, Rule } from '../rule.ts';

const WINDOWS = new Set(['Negotiate', 'NTLM']);

const namesWindows = ({ schemes }: Message) =>
  schemes?.some((scheme) => WINDOWS.has(scheme)) ?? false;

/** True for a first request; an NTLM type 3 answers a challenge, so it is none. */
function isFirst(facts: FactBase, request: Message): boolean {
  const later = tokensIn(facts, request).some(
    ({ ntlm, spnego }) => ntlm?.type === 3 || spnego?.message === 'NegTokenResp',
  );
  return request.direction === 'request' && namesWindows(request) && !later;
}

function diagnose(facts: FactBase, messages: readonly Message[]): Diagnosis[] {
  const index = messages.findIndex(({ status }) => status === 401);
  const answer = messages[index];
  const request = messages.slice(0, Math.max(index, 0)).at(-1);
  if (!answer || !request || !isFirst(facts, request) || sendsAtOnce(request)) return [];
  if (!namesWindows(answer) || tokensIn(facts, answer).length > 0) return [];
  return [
    {
      severity: 'warning',
      title: `The request already carries ${request.schemes?.[0] ?? 'a token'} before any 401, and the server answers 401 with bare offers: pre-authentication.`,
      article: 'preauth-401-1',
      evidence: [request.at, answer.at],
      caveat:
        'Only if this is the first request of the connection; a refused ticket or password is answered in the same way.',
      next: [
        say('Check that the next request succeeds; the browser then only shows a detour.'),
        ...(mayBeWinInet(request) ? [SETTING] : []),
      ],
    },
  ];
}

/** WinINet reads it, and so do the programs on top of it; no other client does. */
const SETTING = run(
  'client',
  command`reg query "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" /v DisableNTLMPreAuth`,
);
const WININET = /MSIE|Trident|WinInet|Microsoft (?:Office|Outlook)|MSOffice/i;

/** True for a client that names itself so, or does not name itself. */
function mayBeWinInet({ program }: Message): boolean {
  return program === undefined || WININET.test(program);
}

export const tokenPreauthenticated: Rule = {
  id: 'token.preauthenticated',
  says: 'The first request already carries a token, and the server starts over.',
  needs: ['messages'],
  judge: (facts) => messagesBySource(facts).flatMap((messages) => diagnose(facts, messages)),
};
