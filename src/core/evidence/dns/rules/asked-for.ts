/** What a client asked for, as far as the other evidence of the case shows it. */
import type { FactBase } from '../../../facts/fact-base.ts';
import { spnOf, withoutPort, type Host } from '../../../facts/names.ts';

/** True when a ticket or a token names the host as that of an HTTP service. */
export function isAskedFor(host: Host, facts: FactBase): boolean {
  const tickets = facts.all('ticket').map(({ spn }) => spn);
  const tokens = facts.tokens.map(({ kerberos }) => spnOf(kerberos?.sname ?? ''));
  return [...tickets, ...tokens].some((spn) => spn?.service === 'HTTP' && spn.host === host);
}

/**
 * The names that may be that of the site: those that requests in the case are for; all of them when
 * no request is there.
 */
export function ofTheSite<Named extends { readonly name: Host }>(
  names: readonly Named[],
  { messages }: FactBase,
): readonly Named[] {
  const hosts = messages.flatMap(({ direction, host }) =>
    direction === 'request' && host !== undefined ? [withoutPort(host)] : [],
  );
  return hosts.length === 0 ? names : names.filter(({ name }) => hosts.includes(name));
}
