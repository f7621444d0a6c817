/**
 * Tickets that a server could not decrypt (KRB_AP_ERR_MODIFIED, 41), as the client recorded it or as
 * the answer to the request has it. The server names the account whose key it tried: certain in event 4,
 * seen in answers of Windows servers and not specified for a KRB-ERROR.
 */
import { proof, wholeSpn } from '../../evidence/token/rules/words.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { accountOf, spnOf, type Account, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { COMPARED } from '../../limits.ts';
import { requestBefore } from './exchange.ts';

const MODIFIED = 41;

export interface FailedDecryption {
  readonly spn: Spn;
  /** The account whose key was tried. */
  readonly by?: Account;
  readonly at: Span;
  readonly time?: string;
  readonly source: 'event' | 'token';
}

/** Those that name the SPN. */
export function failedDecryptions(facts: FactBase): FailedDecryption[] {
  const events = facts.all('decryptFailed').flatMap(({ server, target, at, time }) =>
    target
      ? [
          {
            spn: target,
            at,
            source: 'event' as const,
            ...(server && { by: accountOfServer(server) }),
            ...(time !== undefined && { time }),
          },
        ]
      : [],
  );
  return [...events, ...inTokens(facts)].slice(0, COMPARED);
}

/** `host/web01.contoso.com` is the computer account `web01$`. */
function accountOfServer(server: Account): Account {
  const spn = spnOf(server.written);
  return spn ? accountOf(`${spn.host.split('.')[0] ?? spn.host}$`) : server;
}

function inTokens(facts: FactBase): FailedDecryption[] {
  return facts.tokens.flatMap((token) => {
    const { message, errorCode } = token.kerberos ?? {};
    if (message !== 'KRB-ERROR' || errorCode !== MODIFIED) return [];
    const named = wholeSpn(token);
    const request = requestBefore(facts, token);
    const spn = spnOf((request && wholeSpn(request)) ?? named ?? '');
    const isAccount = named !== undefined && named !== '' && !named.includes('/');
    const [at] = proof(token, 'sname', 'error-code');
    if (!spn || !at) return [];
    return [{ spn, at, source: 'token', ...(isAccount && { by: accountOf(named) }) } as const];
  });
}
