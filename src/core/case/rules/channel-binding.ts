/**
 * A logon refused for its channel binding, and the setting that asks for one:
 *
 *     4625      Status 0xC000035B          or a row 401 1 2148074310
 *     config    <extendedProtection tokenChecking="Require" />
 *     request   Via: 1.1 proxy01           or X-Forwarded-For: a proxy between them
 *
 * Certain with both. `None` is against it: the refusal then is of another location or service. A proxy that ends
 * TLS has another channel than the client. Source: RFC 5929 4; extendedProtection in the IIS configuration reference.
 */
import { say, run } from '../../contract/step.ts';
import type { FactBase, Need } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import { codeOf } from '../../evidence/event/rules/logon-statuses.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { BAD_BINDINGS } from '../join/disproved.ts';
import { proxySigns } from '../join/proxy-signs.ts';
import type { Diagnosis, Judgement, Rule } from '../rule.ts';
import { askForConfig } from './cross-source-requests.ts';

type Windows = FactOf<'windowsAuthentication'>;

/** A rule for each kind of evidence that shows the refusal: one of them is enough. */
function ruleFor(need: Need, refusals: (facts: FactBase) => Span[]): Rule {
  return {
    id: 'case.channel-binding',
    says: 'Extended Protection refused the logon because its channel binding does not match.',
    needs: [need, 'windowsAuthentication'],
    asks: {
      windowsAuthentication: (facts) => (refusals(facts).length > 0 ? askForConfig() : undefined),
    },
    settles: [
      {
        check: 'nothing-between',
        state: 'failed',
        says: 'Extended Protection is on, and a logon was refused for its channel binding.',
      },
    ],
    judge: (facts) => judge(refusals(facts), facts),
  };
}

export const channelBinding: readonly Rule[] = [
  ruleFor('logonFailed', (facts) =>
    facts
      .all('logonFailed')
      .filter((one) => BAD_BINDINGS.has(codeOf(one) ?? 0))
      .map(({ at }) => at),
  ),
  ruleFor('log', ({ log }) =>
    (log?.entries ?? [])
      .filter(({ status, win32 }) => status === 401 && BAD_BINDINGS.has(win32 ?? 0))
      .map(({ at }) => at),
  ),
];

function judge(refused: readonly Span[], facts: FactBase): Judgement {
  const [first] = refused;
  if (!first) return [];
  const all = facts.all('windowsAuthentication').filter(({ enabled }) => enabled);
  const on = all.find(({ tokenChecking }) => tokenChecking !== 'None');
  if (on) return [finding(first, on, refused, facts)];
  const written = all.filter(({ stated: names }) => names.includes('tokenChecking'));
  return written.length > 0 && written.length === all.length
    ? { ruledOut: [first, ...written.map(({ at }) => at)] }
    : { undecided: [first, ...all.map(({ at }) => at)], missing: ['config'] };
}

function finding(
  at: Span,
  { tokenChecking, location, at: setting }: Windows,
  refused: readonly Span[],
  facts: FactBase,
): Diagnosis {
  const proxy = proxySigns(facts)[0];
  const where = location === undefined || location === '' ? 'the server' : location;
  const between = proxy
    ? told` Between client and server there is a proxy (${stated(proxy.says, proxy.at)}), which has a TLS connection of its own.`
    : told` Look for a proxy or a TLS inspection between client and server${tokenChecking === 'Require' ? ', or a client that sends no binding' : ''}.`;
  const start = told`Extended Protection (${stated(`tokenChecking ${tokenChecking}`, setting)} of ${where}) refused a logon because its ${stated('channel binding', at)} is not that of the TLS connection.`;
  return {
    severity: 'error',
    title: start.title + between.title,
    parts: [...start.parts, ...between.parts],
    article: 'extended-protection-401',
    evidence: [setting, ...refused.slice(0, 5), ...(proxy ? [proxy.at] : [])],
    caveat:
      'Only if this configuration is that of the site that refused. The service may also have a binding of its own.',
    next: [
      say(
        'Test once straight to the server, past every proxy that ends TLS. If it works there, this is the cause.',
      ),
      run(
        'server',
        command`appcmd list config "${[location, 'SITE']}" -section:system.webServer/security/authentication/windowsAuthentication`,
      ),
      say(
        'Let TLS pass through to IIS, or set tokenChecking to None for that site and protect the path in another way.',
      ),
    ],
  };
}
