/** Where the evidence shows that Kerberos refused something for its clocks (KRB_AP_ERR_SKEW, 37). */
import { codeOf } from '../../evidence/event/rules/logon-statuses.ts';
import { proof } from '../../evidence/token/rules/words.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { Span } from '../../facts/span.ts';

export interface SkewError {
  readonly at: Span;
  /** A clause: `the server answered with KRB_AP_ERR_SKEW`. */
  readonly says: string;
  /** Continues "the clock ...": whose clocks differ. */
  readonly between: string;
}

const SKEW = 37;
/** STATUS_TIME_DIFFERENCE_AT_DC, SEC_E_TIME_SKEW, ERROR_TIME_SKEW. */
const CODES = new Set([0xc0000133, 0x80090324, 1398]);

const SERVER = 'of the client or of the server';
const KDC = 'of the client or of the domain controller';
const SERVER_AND_KDC = 'of the server or of the domain controller';

/** The most telling first. */
export function skewErrors(facts: FactBase): SkewError[] {
  return [...inTokens(facts), ...inEvents(facts), ...inRows(facts)];
}

function inTokens({ tokens }: FactBase): SkewError[] {
  return tokens
    .filter(({ kerberos }) => kerberos?.message === 'KRB-ERROR' && kerberos.errorCode === SKEW)
    .map((token) => ({
      at: proof(token, 'error-code')[0] ?? token.at,
      says: 'the server answered with KRB_AP_ERR_SKEW',
      between: SERVER,
    }));
}

function inEvents(facts: FactBase): SkewError[] {
  const told = (found: readonly { readonly at: Span }[], says: string, between: string) =>
    found.map(({ at }) => ({ at, says, between }));
  const refused = facts
    .all('ticketRefused')
    .filter(({ code, space }) => (space === 'kerberos' ? code === SKEW : CODES.has(code)));
  const signIns = facts.all('signInRefused').filter(({ code }) => code === SKEW);
  const client = facts.all('kerberosError').filter(({ code }) => code === SKEW);
  const logons = facts.all('logonFailed').filter((one) => CODES.has(codeOf(one) ?? 0));
  return [
    ...told(refused, 'the domain controller gave no ticket because of the clocks', KDC),
    ...told(signIns, 'the domain controller refused the sign-in because of the clocks', KDC),
    ...told(client, 'the client received KRB_AP_ERR_SKEW', SERVER),
    ...told(logons, 'the web server recorded the code for clocks', SERVER_AND_KDC),
  ];
}

function inRows({ log }: FactBase): SkewError[] {
  return (log?.entries ?? [])
    .filter(({ status, win32 }) => status === 401 && CODES.has(win32 ?? 0))
    .map(({ at }) => ({
      at,
      says: 'the web server refused the request with the code for clocks',
      between: SERVER,
    }));
}
