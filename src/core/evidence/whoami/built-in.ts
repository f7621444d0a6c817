/** Identities that come with Windows and IIS, by their names, which some languages translate. */
import type { Account } from '../../facts/names.ts';

const BUILT_IN = /^(?:iis apppool|nt service|nt authority|nt-autorität|autorite nt)\\/i;
/** These are anonymous on the network; the others are the computer account there. */
const ANONYMOUS = /\\(?:local service|lokaler dienst|service local|servicio local|iusr)$/i;

export function isBuiltIn({ written }: Account): boolean {
  return BUILT_IN.test(written);
}

export function isAnonymous({ written }: Account): boolean {
  return ANONYMOUS.test(written);
}
