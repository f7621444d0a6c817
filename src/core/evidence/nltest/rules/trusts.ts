/**
 * The trusts of the computer's domain:
 *
 *     1: CONTOSO contoso.com (NT 5) (Forest Tree Root) (Primary Domain) (Native)
 *     2: FABRIKAM fabrikam.com (NT 5) (Direct Outbound) ( Attr: foresttrans )
 *
 * Outbound: users of the other domain may log on here. Inbound only: they may not. Whether a given user
 * is of one of these domains is not in it.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

const nameOf = ({ dns, netbios }: FactOf<'domainTrust'>): string => dns ?? netbios ?? 'a domain';

export const trusts: Rule = {
  id: 'nltest.trusts',
  says: 'The domains that the own domain trusts are listed.',
  needs: ['domainTrust'],
  settles: [
    {
      check: 'trusted-domains',
      state: 'known',
      says: 'The trusts of the own domain are listed. Compare them with the domains of the user and of the server.',
    },
  ],
  judge(facts) {
    const all = facts.all('domainTrust');
    const others = all.filter(({ isOwn, isInForest }) => !isOwn && isInForest !== true);
    const inbound = others.find(({ directions }) => directions.join() === 'inbound');
    const [other = inbound] = others.filter(({ directions }) => directions.includes('outbound'));
    const one = inbound ?? other ?? all.find(({ isOwn }) => !isOwn) ?? all[0];
    if (!one) return [];
    const name = stated(nameOf(one), one.at);
    const isOneWay = one.directions.length === 1;
    const sentence =
      one === inbound
        ? told`The own domain does not trust ${name}: the trust is inbound only, so users of that domain cannot log on here.`
        : one === other
          ? told`The own domain trusts ${name}${isOneWay ? ', and is not trusted by it' : ''}: users of that domain can log on here.`
          : all.every(({ isOwn }) => isOwn)
            ? told`${name} is the only domain that is listed: it trusts no other domain directly.`
            : told`Every domain that is listed is of one forest, such as ${name}: they trust each other.`;
    return [
      {
        severity: one === inbound ? 'warning' : 'info',
        ...sentence,
        article: one === inbound || one === other ? 'cross-forest' : 'secure-channel-broken',
        evidence: all.map(({ at }) => at),
        caveat:
          'A trust that is listed need not work. nltest /sc_verify on a domain controller tests it.',
        next: [run('domain-controller', command`nltest /sc_verify:${[nameOf(one), 'DOMAIN']}`)],
      },
    ];
  },
};
