/**
 * A trace or a capture in which a KDC refuses a ticket:
 *
 *     [1234] 1700000000.1: Requesting tickets for HTTP/web.contoso.com@CONTOSO.COM, referrals on
 *     [1234] 1700000000.2: TGS request result: -1765328377/Server not found in Kerberos database
 *
 *     KerberosV5:TGS Request Realm: CONTOSO.COM Sname: HTTP/web.contoso.com
 *     KerberosV5:KRB_ERROR - KDC_ERR_ETYPE_NOSUPP (14)
 *
 * Certain about the refusal, its code and the name. Programs also ask for names that they derive from
 * aliases and reverse DNS, so the name need not be the one in the URL.
 */
import { describeKerberos } from '../../codes/lookup.ts';
import { stepsOf } from '../../contract/step-template.ts';
import { say, type Step } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { spelled } from '../../facts/names.ts';
import { overlaps } from '../../facts/span.ts';
import { stated, told } from '../../text/told.ts';
import { failed, type Diagnosis, type Rule } from '../rule.ts';
import { causeOfKrbError } from './krb-error-causes.ts';

type Refused = FactOf<'ticketRefused'>;

export const kdcRefused: Rule = {
  id: 'case.kdc-refused',
  says: 'The KDC refused a ticket for the web server.',
  needs: ['ticketRefused'],
  settles: [
    failed(
      'ticket-issued',
      'spn-missing',
      'The KDC answered that it knows no account for the SPN.',
    ),
    failed(
      'one-owner',
      'spn-duplicate',
      'The KDC answered that more than one account owns the SPN.',
    ),
    failed(
      'encryption-type',
      'rc4-disabled-etype',
      'The KDC answered that there is no encryption type in common.',
    ),
    {
      check: 'requested-name',
      state: 'known',
      says: 'The name that the client asked for is in the trace.',
    },
    {
      check: 'trusted-domains',
      state: 'known',
      article: 'cross-forest',
      says: 'A KDC could not read the ticket that another one had made.',
    },
    failed('clocks', 'clock-skew', 'The KDC answered that the clocks differ too much.'),
  ],
  judge: (facts) => {
    const refused = facts.all('ticketRefused').filter((one) => isTold(one, facts));
    const distinct = refused.filter(
      (one, index) => refused.findIndex((other) => keyOf(other) === keyOf(one)) === index,
    );
    return distinct.slice(0, MOST).map(diagnose);
  },
};

/** Findings of one case. */
const MOST = 3;

const keyOf = ({ spn, code }: Refused) => `${code} ${spn ? spelled(spn) : ''}`;

/** A name makes it tell more than the message on the same line does. */
function isTold(one: Refused, facts: FactBase): boolean {
  if (one.told !== 'trace' || one.space !== 'kerberos') return false;
  if (one.spn?.service === 'KRBTGT') return false;
  return one.spn !== undefined || !facts.all('errorText').some(({ at }) => overlaps(at, one.at));
}

/** What the answer to a request for a ticket means where the general cause is about an acceptor. */
const OF_KDC: Readonly<Record<number, Pick<Diagnosis, 'article'> & { readonly cause: string }>> = {
  7: { article: 'spn-missing', cause: 'no account holds {spn}.' },
  31: {
    article: 'cross-forest',
    cause:
      'the KDC could not decrypt the ticket that came with the request: the key of the trust, or of krbtgt, differs between its domain and the one that made the ticket.',
  },
  41: {
    article: 'cross-forest',
    cause:
      'the KDC could not verify the ticket that came with the request: the key of the trust, or of krbtgt, differs between its domain and the one that made the ticket.',
  },
};

function diagnose({ spn, code, at }: Refused): Diagnosis {
  const known = causeOfKrbError(code);
  const { cause, article } = OF_KDC[code] ?? known;
  const name = spn && spelled(spn);
  const { severity = 'error' } = known;
  const error = describeKerberos(code)?.name ?? `error ${code}`;
  const why = cause.replace('{spn}', () => name ?? 'the service');
  return {
    severity,
    ...told`The KDC refused a ticket${name === undefined ? '' : ' for '}${name === undefined ? '' : stated(name, at)} with ${error}: ${why}`,
    article,
    evidence: [at],
    caveat:
      'The code is certain. Programs also ask for names that they derive from aliases and reverse DNS: compare the name with the one in the URL.',
    next: steps(known.next, name, code),
  };
}

function steps(
  templates: ReturnType<typeof causeOfKrbError>['next'],
  spn: string | undefined,
  code: number,
): Step[] {
  if (OF_KDC[code] && code !== 7) {
    return [
      say('Check the trust between the two domains: nltest /sc_verify and netdom trust /verify.'),
    ];
  }
  return stepsOf(templates, { spn: [spn, 'SPN'] });
}
