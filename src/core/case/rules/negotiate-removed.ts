/**
 * The configuration offers Negotiate, and the answer that a client saw has NTLM only:
 *
 *     config      <providers><add value="Negotiate" /><add value="NTLM" /></providers>
 *     capture     HTTP/1.1 401    WWW-Authenticate: NTLM
 *
 * One of two: the request went to another location or site than the one configured, or something between them took
 * the header out. Not where the site is bound to other names, or a location in the evidence has NTLM only.
 */
import type { Message } from '../../contract/decoded.ts';
import { run, say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { withoutPort } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { proxySigns } from '../join/proxy-signs.ts';
import { settingsOf, sitesOf } from '../join/site-settings.ts';
import type { Diagnosis, Judgement, Rule } from '../rule.ts';

const isNegotiate = (provider: string): boolean => /^Negotiate\b/i.test(provider);

export const negotiateRemoved: Rule = {
  id: 'case.negotiate-removed',
  says: 'IIS offers Negotiate, and the client does not see the offer.',
  needs: ['windowsAuthentication', 'messages'],
  settles: [
    {
      check: 'negotiate-offered',
      state: 'failed',
      says: 'The configuration has Negotiate, and the answer that the client saw has not.',
    },
    {
      check: 'nothing-between',
      state: 'known',
      says: 'The configuration offers Negotiate and the answer does not: a proxy, or another location.',
    },
  ],
  judge: (facts): Judgement => {
    const answer = facts.messages.find(isNtlmOnly);
    if (!answer) return [];
    const host = hostBefore(answer, facts);
    const sites = host === undefined ? undefined : sitesOf(host, facts);
    if (sites?.size === 0) return [];
    const listed = settingsOf(sites, facts).filter(({ stated: names }) =>
      names.includes('providers'),
    );
    const with_ = listed.filter(({ providers }) => providers.some(isNegotiate));
    const [one] = with_;
    return one && with_.length === listed.length ? [finding(answer, one, host, facts)] : [];
  },
};

function isNtlmOnly({ direction, status = 401, schemes = [] }: Message): boolean {
  return (
    direction === 'response' &&
    status === 401 &&
    schemes.includes('NTLM') &&
    !schemes.includes('Negotiate')
  );
}

function hostBefore({ at }: Message, { messages }: FactBase): string | undefined {
  const host = messages.findLast(
    (one) => one.at.source === at.source && one.at.start <= at.start && one.host !== undefined,
  )?.host;
  return host === undefined ? undefined : withoutPort(host);
}

function finding(
  answer: Message,
  { location, at }: FactOf<'windowsAuthentication'>,
  host: string | undefined,
  facts: FactBase,
): Diagnosis {
  const where = location === undefined || location === '' ? 'the server' : location;
  const proxy = proxySigns(facts)[0];
  const between = proxy ? ` The request came through a proxy (${proxy.says}).` : '';
  return {
    severity: 'error',
    ...told`The configuration of ${where} ${stated('offers Negotiate', at)}, and the client was ${stated('offered NTLM only', answer.at)}: a proxy takes the header out, or the request went to another location.${between}`,
    article: 'negotiate-header-missing',
    evidence: [at, answer.at, ...(proxy ? [proxy.at] : [])],
    caveat:
      'Only if the paste has all WWW-Authenticate lines of that answer, and the configuration is that of the server that answered.',
    next: [
      say(
        'Ask the server itself, past every proxy and load balancer, and compare the lines WWW-Authenticate:',
      ),
      run('server', command`curl -v http://${[host, 'HOST']}/`),
      run(
        'server',
        command`appcmd list config "${[location, 'SITE/PATH']}" -section:system.webServer/security/authentication/windowsAuthentication`,
      ),
    ],
  };
}
