/** Which SPNs of web servers the clients in the case asked for. */
import { proof } from '../../evidence/token/rules/words.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { spelled, spnOf, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';

export interface RequestedSpn {
  readonly spn: Spn;
  readonly at: Span;
  /** What shows it: a ticket, a refusal of the KDC, a Kerberos token, or the target name in NTLM. */
  readonly by: 'ticket' | 'refusal' | 'kerberos' | 'ntlm';
  /** True where a person may have typed the name: a source with `klist get`. */
  readonly isTyped: boolean;
}

/** "No such principal": STATUS_NO_TRUST_SAM_ACCOUNT, SEC_E_TARGET_UNKNOWN, KDC_ERR_S_PRINCIPAL_UNKNOWN. */
const UNKNOWN_PRINCIPAL = {
  ntstatus: 0xc000018b,
  win32: 0x80090303,
  sspi: 0x80090303,
  kerberos: 7,
};
const TYPED = /\bklist(?:\.exe)?\s{1,20}get\b/i;

/** Each SPN of the class HTTP once, those that tickets show first. */
export function requestedSpns(facts: FactBase): RequestedSpn[] {
  const typed = new Set(facts.sources.filter(({ text }) => TYPED.test(text)).map(({ id }) => id));
  const isTyped = ({ source }: Span) => (source === undefined ? typed.size > 0 : typed.has(source));
  const tickets = facts
    .all('ticket')
    .map(({ spn, at }) => ({ spn, at, by: 'ticket', isTyped: isTyped(at) }) as const);
  const refusals = facts
    .all('ticketRefused')
    .filter(({ code, space }) => code === UNKNOWN_PRINCIPAL[space])
    .map(({ spn, at }) => ({ spn, at, by: 'refusal', isTyped: isTyped(at) }) as const);
  const tokens = facts.tokens.flatMap((token) => {
    const sname = token.kerberos?.message === 'AP-REQ' ? token.kerberos.sname : undefined;
    const { MsvAvTargetName: target } = token.ntlm?.targetInfo ?? {};
    return [
      {
        spn: spnOf(sname ?? ''),
        at: proof(token, 'sname')[0] ?? token.at,
        by: 'kerberos',
        isTyped: false,
      },
      {
        spn: spnOf(target ?? ''),
        at: proof(token, 'MsvAvTargetName')[0] ?? token.at,
        by: 'ntlm',
        isTyped: false,
      },
    ] as const;
  });
  const bySpn = new Map<string, RequestedSpn>();
  for (const { spn, ...rest } of [...tickets, ...refusals, ...tokens]) {
    if (spn?.service !== 'HTTP') continue;
    const key = spelled(spn);
    const before = bySpn.get(key);
    // A name that was typed proves less than one that a program asked for.
    if (!before || (before.isTyped && !rest.isTyped)) bySpn.set(key, { spn, ...rest });
  }
  return [...bySpn.values()];
}
