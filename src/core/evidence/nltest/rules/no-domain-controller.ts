/**
 * The locator found no domain controller:
 *
 *     C:\>nltest /dsgetdc:contoso.com
 *     Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN
 *
 * Certain for the computer on which the command ran. Can be wrong when the name was mistyped, or a domain
 * controller with a property that none has was asked for (/kdc, /gc, /pdc).
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

/** ERROR_NO_SUCH_DOMAIN, ERROR_NO_LOGON_SERVERS, ERROR_DOMAIN_CONTROLLER_NOT_FOUND. */
const NOT_FOUND = new Set([1311, 1355, 1908]);

/** True where the status is that no domain controller was found. */
export function isNotFound({ step, code, asked }: FactOf<'netlogonRefused'>): boolean {
  return NOT_FOUND.has(code) && (step === 'locate' || (code === 1311 && asked !== 'query'));
}

export const noDomainController: Rule = {
  id: 'nltest.no-domain-controller',
  says: 'The computer finds no domain controller.',
  needs: ['netlogonRefused'],
  settles: [
    {
      check: 'domain-controller',
      state: 'failed',
      says: 'The locator found no domain controller for the domain that was asked for.',
    },
  ],
  judge(facts) {
    const failed = facts.all('netlogonRefused').filter(isNotFound);
    // A second try further down may have found one.
    const found = facts.all('domainController').filter(({ seen }) => seen === 'located');
    const [first] = failed.filter(
      ({ at }) => !found.some((one) => one.at.source === at.source && one.at.start > at.start),
    );
    if (!first) return [];
    const { at, code, name, domain } = first;
    const status = stated(name === undefined ? String(code) : `${code}, ${name}`, at);
    const asked = [domain, 'DOMAIN'] as const;
    return [
      {
        severity: 'error',
        ...told`The computer finds no domain controller${domain === undefined ? '' : ` for ${domain}`} (${status}), so it gets no Kerberos ticket.`,
        article: 'dc-reachability',
        evidence: [at],
        caveat: 'The same status means that the name of the domain is mistyped.',
        next: [
          run('client', command`nltest /dsgetdc:${asked} /force /kdc`),
          run('client', command`Get-DnsClientServerAddress -AddressFamily IPv4`),
        ],
      },
    ];
  },
};
