/**
 * The list of providers has no Negotiate, so no client can use Kerberos.
 *
 *     <windowsAuthentication enabled="true"><providers><clear /><add value="NTLM" /></providers>
 *
 * Ruled out by a list that has it. `Negotiate:Kerberos` is sent as Negotiate. A list that is nowhere
 * written proves nothing, and one without `<clear />` adds to a list that may have it.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { told } from '../../../text/told.ts';
import { enabledOf, levels, listConfig, SHOWN, where, WINDOWS, type Windows } from './wording.ts';

const CHECK = 'negotiate-offered';

export const negotiateNotOffered: Rule = {
  id: 'config.negotiate-not-offered',
  says: 'The providers of Windows authentication do not include Negotiate.',
  needs: ['windowsAuthentication'],
  settles: [
    {
      check: CHECK,
      state: 'failed',
      says: 'Windows authentication is on without the provider Negotiate.',
    },
    {
      check: CHECK,
      state: 'known',
      finding: 'config.negotiate-not-listed',
      says: 'The providers in the evidence do not include Negotiate; inherited ones are not shown.',
    },
    {
      check: CHECK,
      state: 'passed',
      when: 'ruled-out',
      says: 'Windows authentication is on with the provider Negotiate.',
    },
  ],
  judge: (facts) => {
    const on = enabledOf(facts);
    const listed = on.filter(({ stated }) => stated.includes('providers'));
    const without = listed.filter(({ providers }) => !providers.some(isNegotiate));
    if (without.length > 0) return without.slice(0, SHOWN).map(finding);
    if (listed.length > 0) return { ruledOut: listed.map(({ at }) => at) };
    return on.length > 0 ? { undecided: on.map(({ at }) => at), missing: ['http'] } : [];
  },
};

/** `Negotiate`, `Negotiate:Kerberos`, `Negotiate:PKU2U` */
export function isNegotiate(provider: string): boolean {
  return /^Negotiate\b/i.test(provider);
}

function finding(one: Windows): Diagnosis {
  const only = one.providers.length === 0 ? 'no provider' : `only ${one.providers.join(', ')}`;
  return {
    ...(one.isProviderListWhole === false && { id: 'config.negotiate-not-listed' }),
    severity: 'warning',
    ...told`Windows authentication lists ${only} in ${where(one)}: without Negotiate, no client can use Kerberos.`,
    article: 'negotiate-header-missing',
    evidence: [one.at],
    ...levels(one),
    next: [listConfig(one, WINDOWS)],
  };
}
