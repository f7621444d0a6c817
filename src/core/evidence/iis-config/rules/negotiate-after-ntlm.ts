/**
 * NTLM comes before Negotiate, so a client that takes the first scheme it knows uses NTLM.
 *
 *     <providers><clear /><add value="NTLM" /><add value="Negotiate" /></providers>
 *
 * Edge and Chrome choose Negotiate whatever the order.
 */
import type { Rule } from '../../../case/rule.ts';
import { told } from '../../../text/told.ts';
import { isNegotiate } from './negotiate-not-offered.ts';
import { enabledOf, listConfig, SHOWN, where, WINDOWS } from './wording.ts';

export const negotiateAfterNtlm: Rule = {
  id: 'config.negotiate-after-ntlm',
  says: 'IIS offers NTLM before Negotiate.',
  needs: ['windowsAuthentication'],
  judge: (facts) =>
    enabledOf(facts)
      .filter(({ providers, stated }) => {
        const ntlm = providers.findIndex((one) => /^NTLM$/i.test(one));
        return stated.includes('providers') && ntlm >= 0 && ntlm < providers.findIndex(isNegotiate);
      })
      .slice(0, SHOWN)
      .map((one) => ({
        severity: 'warning',
        ...told`IIS offers NTLM before Negotiate in ${where(one)}: clients that take the first scheme never use Kerberos.`,
        article: 'negotiate-header-missing',
        evidence: [one.at],
        caveat: 'Edge, Chrome and Firefox choose Negotiate whatever the order.',
        next: [listConfig(one, WINDOWS)],
      })),
};
