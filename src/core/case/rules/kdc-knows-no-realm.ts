/**
 * A KDC that knows no way to another realm:
 *
 *     [1234] 1700000000.1: Requesting TGT krbtgt/FABRIKAM.COM@CONTOSO.COM using TGT krbtgt/CONTOSO.COM@CONTOSO.COM
 *     >>>KRBError: error code is 7, sname is krbtgt/FABRIKAM.COM@CONTOSO.COM
 *
 * Certain that this KDC issues no ticket for that realm. A client also tries realms that it derives
 * from a host name, so the realm need not exist.
 */
import { run } from '../../contract/step.ts';
import type { FactOf } from '../../facts/fact.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import type { Diagnosis, Rule } from '../rule.ts';

const UNKNOWN = 7;

export const kdcKnowsNoRealm: Rule = {
  id: 'case.kdc-knows-no-realm',
  says: 'The KDC knows no way to the realm of the web server.',
  needs: ['ticketRefused'],
  settles: [
    {
      check: 'trusted-domains',
      state: 'failed',
      says: 'The KDC answered that it knows no realm of that name.',
    },
  ],
  judge: (facts) => facts.all('ticketRefused').filter(isOtherRealm).slice(0, 1).map(diagnose),
};

/** `krbtgt/FABRIKAM.COM@CONTOSO.COM`; of the own realm it says nothing about a trust. */
function isOtherRealm({ told, space, code, spn }: FactOf<'ticketRefused'>): boolean {
  if (told !== 'trace' || space !== 'kerberos' || code !== UNKNOWN) return false;
  return (
    spn?.service === 'KRBTGT' && spn.realm !== undefined && spn.realm.toLowerCase() !== spn.host
  );
}

function diagnose({ spn, at }: FactOf<'ticketRefused'>): Diagnosis {
  const realm = spn?.host.toUpperCase() ?? '';
  return {
    severity: 'error',
    ...told`The KDC of ${spn?.realm ?? ''} knows no way to the realm ${stated(realm, at)}: there is no trust, or no such realm.`,
    article: 'cross-forest',
    evidence: [at],
    caveat:
      'Clients derive realms from host names: where the web server is in another domain than its name says, map its name in krb5.conf (domain_realm).',
    next: [run('anywhere', command`nltest /dsgetdc:${[spn?.host, 'REALM']} /force /kdc`)],
  };
}
