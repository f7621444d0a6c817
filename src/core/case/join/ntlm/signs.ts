/** What the evidence gives as the reason for NTLM: events, refusals of a KDC, settings, policies. */
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { COMPARED } from '../../../limits.ts';
import { ntlmReason } from '../../../evidence/event/rules/ntlm-reasons.ts';
import { describeKerberos } from '../../../codes/lookup.ts';
import { isAddress, spelled } from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';
import { stated } from '../../../text/told.ts';
import type { NtlmSign } from './sign.ts';
import { otherSigns } from './other-signs.ts';
import { reasonByKdc, reasonByKey, reasonByKlist } from './table.ts';

/** Those with the most proof first: what a KDC recorded, what the client recorded, what was tried, what is set. */
export function ntlmSigns(facts: FactBase): NtlmSign[] {
  return [
    ...facts.all('ticketRefused').slice(0, COMPARED).flatMap(refusal),
    ...facts.all('ntlmUse').slice(0, COMPARED).flatMap(recorded),
    ...settings(facts),
    ...otherSigns(facts),
  ].toSorted((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by));
}

const ORDER: readonly NtlmSign['by'][] = ['kdc', 'ntlm-events', 'klist', 'config', 'observed'];
const WEB = new Set(['HTTP', 'HOST']);

function refusal(one: FactOf<'ticketRefused'>): NtlmSign[] {
  const { told: by, space, code, spn, service, client, address, time, at, name } = one;
  if (spn && !WEB.has(spn.service)) return [];
  const reason = space === 'kerberos' ? reasonByKdc(code) : reasonByKlist(code);
  if (!reason) return [];
  const asked = spn ? spelled(spn) : service?.written;
  const what = asked === undefined ? '' : ` for ${asked}`;
  const code_ = name ?? describeKerberos(code)?.name ?? `0x${code.toString(16).toUpperCase()}`;
  const who = by === 'klist' ? 'klist got no ticket' : 'the domain controller gave no ticket';
  return [
    {
      by: by === 'klist' ? 'klist' : 'kdc',
      reason,
      at,
      says: [`${who}${what} (`, stated(code_, at), ')'],
      ...(spn && { spn: spelled(spn), host: spn.host }),
      ...(client && { account: client }),
      ...(address !== undefined && { address }),
      ...(time !== undefined && { time }),
    },
  ];
}

/** Of 4020 and 4021, which have a reason. */
function recorded(use: FactOf<'ntlmUse'>): NtlmSign[] {
  const { seenBy, event, reason: words, reasonId, account, spn, time, at } = use;
  const found = seenBy === 'client' ? ntlmReason(words, reasonId) : undefined;
  const reason = found && reasonByKey(found.key);
  if (!reason) return [];
  const host = spn && !isAddress(spn.host) ? { host: spn.host } : {};
  return [
    {
      by: 'ntlm-events',
      reason,
      at,
      says: [
        `event ${event} of the client gives `,
        stated(reasonId === undefined ? 'the reason' : `reason ${reasonId}`, at),
        spn ? ` for ${spelled(spn)}` : '',
      ],
      ...(spn && { spn: spelled(spn) }),
      ...host,
      ...(account && { account }),
      ...(time !== undefined && { time }),
    },
  ];
}

/** What the server offers, and what a browser may use. */
function settings(facts: FactBase): NtlmSign[] {
  const on = facts
    .all('windowsAuthentication')
    .filter(({ enabled, stated: written }) => enabled && written.includes('providers'));
  const isNegotiate = (provider: string) => /^Negotiate\b/i.test(provider);
  const without = on.filter(
    ({ providers, isProviderListWhole }) =>
      isProviderListWhole !== false && providers.length > 0 && !providers.some(isNegotiate),
  );
  const offered = on.length > 0 && without.length === on.length ? without.slice(0, 1) : [];
  const isAfter = (providers: readonly string[]) =>
    providers.findIndex(isNegotiate) > providers.findIndex((one) => /^NTLM$/i.test(one)) &&
    providers.some((one) => /^NTLM$/i.test(one));
  const after = on.filter(({ providers }) => isAfter(providers));
  const first = on.length > 0 && after.length === on.length ? after.slice(0, 1) : [];
  const schemes = facts
    .all('browserPolicy')
    .filter(({ name, value }) => /^AuthSchemes$/i.test(name) && value !== undefined)
    .filter(({ value = '' }) => !/\bnegotiate\b/i.test(value));
  return [
    ...signs('not-offered', offered, 'the configuration lists ', 'no provider Negotiate'),
    ...signs('ntlm-first', first, 'the configuration lists ', 'NTLM before Negotiate'),
    ...signs(
      'browser-policy',
      schemes.slice(0, 1),
      'a policy of the browser allows ',
      'no Negotiate',
    ),
  ];
}

function signs(
  key: string,
  found: readonly { readonly at: Span }[],
  before: string,
  words: string,
): NtlmSign[] {
  const reason = reasonByKey(key);
  if (!reason) return [];
  return found.map(({ at }) => ({ by: 'config', reason, at, says: [before, stated(words, at)] }));
}
