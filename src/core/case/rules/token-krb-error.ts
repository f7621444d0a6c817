/**
 * A KRB-ERROR in the answer: the server, or the KDC behind it, says why it refuses.
 *
 *     Authorization: Negotiate YII...          (AP-REQ for HTTP/portal.contoso.com)
 *     HTTP/1.1 401 Unauthorized
 *     WWW-Authenticate: Negotiate oYG...       (KRB-ERROR 41, sname svc-portal)
 *
 * Can be wrong about the cause: the code is a fact, but several mistakes lead to the same code. That
 * the sname of a Windows acceptor's KRB-ERROR 41 is the account that tried to decrypt was seen in
 * captured answers; no specification says so.
 */
import type { Token } from '../../contract/decoded.ts';
import type { Facts } from '../../facts/facts.ts';
import { inCommand } from '../../text/escape/in-command.ts';
import type { Check, Diagnosis } from '../rule.ts';
import { clockDifference } from '../join/clock-difference.ts';
import { KRB_ERROR_CAUSES, OTHER_CAUSE } from '../../evidence/token/rules/krb-error-causes.ts';
import { proof, requestBefore, wholeSpn } from '../../evidence/token/rules/words.ts';

const MODIFIED = 41;
const ABOUT_CLOCKS = new Set([32, 33, 37]);

/** Names to fill in: the SPN of the request, and the account the answer names. */
interface Names {
  spn: string | undefined;
  account: string | undefined;
}

function namesOf(facts: Facts, token: Token): Names {
  const request = requestBefore(facts, token);
  const named = wholeSpn(token);
  // One component without a service is an account, as Windows acceptors answer.
  const account = named !== undefined && !named.includes('/') ? named : undefined;
  const spn = (request && wholeSpn(request)) ?? (account === undefined ? named : undefined);
  return { spn, account };
}

function fill(step: string, { spn, account }: Names): string | undefined {
  if (step.includes('{spn}') && spn === undefined) return undefined;
  if (step.includes('{account}') && account === undefined) return undefined;
  return step
    .replace('{spn}', () => inCommand(spn, '<SPN>'))
    .replace('{account}', () => inCommand(account, '<account>'));
}

function diagnose(facts: Facts, token: Token): Diagnosis[] {
  const { errorCode, errorName } = token.kerberos ?? {};
  if (token.kerberos?.message !== 'KRB-ERROR' || errorCode === undefined) return [];
  const { article, cause, next } = KRB_ERROR_CAUSES[errorCode] ?? OTHER_CAUSE;
  const names = namesOf(facts, token);
  const paired = errorCode === MODIFIED && names.spn !== undefined && names.account !== undefined;
  const why = paired
    ? `${names.account ?? ''} got a ticket for ${names.spn ?? ''} and could not decrypt it: the SPN belongs to another account, or its key has changed.`
    : cause.replace('{spn}', () => names.spn ?? 'the service');
  const clock = ABOUT_CLOCKS.has(errorCode) ? clockDifference(facts, token) : undefined;
  const request = requestBefore(facts, token);
  const caveat = paired
    ? 'That the answer names the account that tried to decrypt is observed in answers of Windows servers, not specified.'
    : 'The code is certain; the cause is the usual one on IIS.';
  return [
    {
      id: 'token.krb-error',
      severity: errorCode === 25 ? 'info' : 'error',
      title: `${errorName ?? `Kerberos error ${errorCode}`}: ${why}${clock ? ` ${clock.sentence}` : ''}`,
      article,
      evidence: [
        ...proof(token, 'error-code', 'sname'),
        ...(request && paired ? proof(request, 'sname') : []),
        ...(clock?.evidence ?? []),
      ],
      caveat,
      next: next.flatMap((step) => fill(step, names) ?? []),
    },
  ];
}

export const tokenKrbError: Check = (facts) =>
  facts.tokens.flatMap((token) => diagnose(facts, token));
