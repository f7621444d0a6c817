/** What the rules on tokens share: which side sent a token, where its proof is, how to name things. */
import type { Field, Token } from '../../../contract/decoded.ts';
import type { Span } from '../../../facts/span.ts';
import { KERBEROS, MS_KERBEROS } from '../tables/oids.ts';

/** Kerberos messages only a server sends. */
const ANSWERS = new Set(['AP-REP', 'KRB-ERROR', 'TGT-REP', 'AS-REP', 'TGS-REP']);

/** True when the client sent the token, judged by its message, and by its header where that is open. */
export function fromClient({ header, spnego, kerberos, ntlm }: Token): boolean {
  if (ntlm) return ntlm.type !== 2;
  if (kerberos) return !ANSWERS.has(kerberos.message);
  if (header !== undefined) return /authorization$/i.test(header);
  return spnego?.message === 'NegTokenInit';
}

/** True when the token came under the scheme, or in the wrapping, of Negotiate. */
export function isNegotiate({ scheme, spnego }: Token): boolean {
  return scheme === 'Negotiate' || scheme === 'Nego2' || (scheme === undefined && !!spnego);
}

/** True when the token's list of mechanisms has Kerberos, by either of its usual numbers. */
export function offersKerberos({ spnego }: Token): boolean {
  return spnego?.mechTypes?.some((oid) => oid === KERBEROS || oid === MS_KERBEROS) ?? false;
}

function findField(fields: readonly Field[], name: string): Field | undefined {
  for (const field of fields) {
    if (field.name === name) return field;
    const below = findField(field.children ?? [], name);
    if (below) return below;
  }
  return undefined;
}

/** Where the named fields of a token stand; the whole token when none of them does. */
export function proof(token: Token, ...names: string[]): Span[] {
  const spans = names.flatMap((name) => {
    const field = findField(token.fields, name);
    return field && field.at.end > field.at.start ? [field.at] : [];
  });
  return spans.length > 0 ? spans : [token.at];
}

/** The SPN a token is about, with an ellipsis where the paste cuts it off. */
export function spnOf(token: Token): string | undefined {
  const sname = token.kerberos?.sname;
  if (sname === undefined || sname === '') return undefined;
  if (!findField(token.fields, 'sname')?.cut) return sname;
  return sname.includes('/') ? `${sname}…` : `${sname}/…`;
}

/** The SPN when it is all there, fit for a command. */
export function wholeSpn(token: Token): string | undefined {
  const spn = spnOf(token);
  return spn?.endsWith('…') ? undefined : spn;
}

/** `CONTOSO\alex`, `alex@contoso.com`, or undefined for nobody. */
export function userOf({ ntlm }: Token): string | undefined {
  const user = ntlm?.user;
  if (user === undefined || user === '') return undefined;
  return ntlm?.domain ? `${ntlm.domain}\\${user}` : user;
}
