/**
 * Windows authentication is off, and nothing else in the evidence switches it on.
 *
 *     <windowsAuthentication enabled="false" />
 *
 * Every server has this at its own level, so a fragment may be of a level that no site uses.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { told } from '../../../text/told.ts';
import {
  enabledOf,
  levels,
  listConfig,
  methodsOf,
  SHOWN,
  where,
  WINDOWS,
  type Windows,
} from './wording.ts';

const OTHERS = ['anonymous', 'basic', 'digest'];

export const windowsDisabled: Rule = {
  id: 'config.windows-disabled',
  says: 'Windows authentication is off.',
  needs: ['windowsAuthentication'],
  settles: [
    {
      check: 'negotiate-offered',
      state: 'failed',
      says: 'Windows authentication is off, so IIS offers neither Negotiate nor NTLM.',
    },
    {
      check: 'decrypting-account',
      state: 'known',
      says: 'Windows authentication is off: no account decrypts tickets.',
    },
  ],
  judge: (facts) => {
    const off = facts
      .all('windowsAuthentication')
      .filter(({ enabled, stated }) => !enabled && stated.includes('enabled'));
    const on = enabledOf(facts);
    if (on.length === 0) return off.slice(0, SHOWN).map((one) => disabled(one, facts));
    // The server's own level is off on every server; a site that is off among others is worth a word.
    return off
      .filter(({ location }) => location !== undefined && location !== '')
      .slice(0, SHOWN)
      .map((one) => ({
        ...disabled(one, facts),
        id: 'config.windows-disabled-here',
        severity: 'info',
      }));
  },
};

function disabled(one: Windows, facts: FactBase): Diagnosis {
  const methodAt = methodsOf(facts);
  const others = OTHERS.map((method) => methodAt(method, one));
  const allOff = others.every((other) => other?.enabled === false);
  const place = where(one);
  return {
    severity: 'warning',
    ...(allOff
      ? told`Every authentication method is off in ${place}: IIS answers every request with 401.2.`
      : told`Windows authentication is off in ${place}: IIS offers neither Negotiate nor NTLM.`),
    article: allOff ? '401-2-server-configuration' : 'negotiate-header-missing',
    evidence: [one.at, ...others.flatMap((other) => (allOff && other ? [other.at] : []))],
    ...levels(one),
    next: [listConfig(one, WINDOWS)],
  };
}
