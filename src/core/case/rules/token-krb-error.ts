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
import type { ArticleSlug } from '../../articles.ts';
import { describeNtstatus } from '../../codes/lookup.ts';
import type { Token } from '../../contract/decoded.ts';
import { stepsOf } from '../../contract/step-template.ts';
import { proof, wholeSpn } from '../../evidence/token/rules/words.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { Name } from '../../text/escape/command.ts';
import { clockDifference } from '../join/clock-difference.ts';
import { requestBefore } from '../join/exchange.ts';
import { failed, type Diagnosis, type Rule } from '../rule.ts';
import { causeOfKrbError } from './krb-error-causes.ts';

const MODIFIED = 41;
const GENERIC = 60;
const ABOUT_CLOCKS = new Set([32, 33, 37]);

/** Names to fill in: the SPN of the request, and the account the answer names. */
interface Names {
  readonly spn: string | undefined;
  readonly account: string | undefined;
}

function namesOf(token: Token, request: Token | undefined): Names {
  const named = wholeSpn(token);
  // One component without a service is an account, as Windows acceptors answer.
  const account = named !== undefined && !named.includes('/') ? named : undefined;
  const spn = (request && wholeSpn(request)) ?? (account === undefined ? named : undefined);
  return { spn, account };
}

function namesToFill({ spn, account }: Names): Readonly<Record<string, Name>> {
  return { spn: [spn, 'SPN'], account: [account, 'account'] };
}

function diagnose(facts: FactBase, token: Token): Diagnosis[] {
  const { errorCode, errorName } = token.kerberos ?? {};
  if (token.kerberos?.message !== 'KRB-ERROR' || errorCode === undefined) return [];
  const { article, cause, severity = 'error', next } = causeOfKrbError(errorCode);
  const reason = reasonOf(token);
  // A generic error has no cause of its own; the status that comes with it is the cause.
  const isGeneric = errorCode === GENERIC && reason !== undefined;
  const request = requestBefore(facts, token);
  const names = namesOf(token, request);
  const paired = errorCode === MODIFIED && names.spn !== undefined && names.account !== undefined;
  const why = paired
    ? `${names.account} got a ticket for ${names.spn} and could not decrypt it: the SPN belongs to another account, or its key has changed.`
    : isGeneric
      ? reason.sentence
      : `${cause.replace('{spn}', () => names.spn ?? 'the service')}${reason ? ` It adds ${reason.sentence}` : ''}`;
  const clock = ABOUT_CLOCKS.has(errorCode) ? clockDifference(facts, token) : undefined;
  const caveat = paired
    ? 'That the answer names the account that tried to decrypt is observed in answers of Windows servers, not specified.'
    : 'The code is certain; the cause is the usual one on IIS.';
  return [
    {
      severity,
      title: `${errorName ?? `Kerberos error ${errorCode}`}: ${why}${clock ? ` ${clock.sentence}` : ''}`,
      article: isGeneric ? reason.article : article,
      evidence: [
        ...proof(token, 'error-code', 'sname'),
        ...(request && paired ? proof(request, 'sname') : []),
        ...(clock?.evidence ?? []),
      ],
      caveat,
      next: isGeneric ? [] : stepsOf(next, namesToFill(names)),
    },
  ];
}

/** The NTSTATUS that a KDC of Windows adds (MS-KILE 2.2.1), where the table knows it. */
function reasonOf({
  kerberos,
}: Token): { readonly sentence: string; readonly article: ArticleSlug } | undefined {
  const { ntStatus } = kerberos ?? {};
  const row = ntStatus === undefined ? undefined : describeNtstatus(Number(ntStatus));
  if (!row || ntStatus === undefined) return undefined;
  return { sentence: `${row.name} (${ntStatus}): ${row.meaning}`, article: row.article };
}

export const tokenKrbError: Rule = {
  id: 'token.krb-error',
  says: 'The answer holds a Kerberos error.',
  needs: ['tokens'],
  settles: [
    failed(
      'clocks',
      'clock-skew',
      'The answer holds a Kerberos error about the time of the ticket or of the clocks.',
    ),
    failed(
      'ticket-issued',
      'spn-missing',
      'The KDC answered that it knows no account for the SPN.',
    ),
    failed(
      'one-owner',
      'spn-duplicate',
      'The KDC answered that more than one account owns the SPN.',
    ),
    failed(
      'decrypting-account',
      'krb-ap-err-modified',
      'The server answered that it could not decrypt the ticket.',
    ),
    failed(
      'decrypting-account',
      'spn-identity-match',
      'The server answered that the ticket is not for the account that got it.',
    ),
    failed(
      'encryption-type',
      'rc4-disabled-etype',
      'The KDC answered that there is no encryption type in common.',
    ),
  ],
  judge: (facts) => facts.tokens.flatMap((token) => diagnose(facts, token)),
};
