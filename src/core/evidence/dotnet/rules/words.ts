/** What the rules share. */
import type { FactOf } from '../../../facts/fact.ts';

export type Refused = FactOf<'clientRefused'>;

/** `Ntlm` of .NET is the scheme NTLM. */
export function schemeOf({ scheme }: Refused): string | undefined {
  return scheme?.toLowerCase() === 'ntlm' ? 'NTLM' : scheme;
}

/** `Negotiate, NTLM`, or that there is nothing. */
export function offersOf({ offered = [] }: Refused): string {
  return offered.length > 0 ? offered.join(', ') : 'nothing';
}

export function isAnonymous(refused: Refused): boolean {
  return /^(?:anonymous|none)$/i.test(refused.scheme ?? '');
}
