/** SPNs of web servers that a client asked for, as clients and domain controllers show them. */
import type { FactBase } from '../../facts/fact-base.ts';
import { spelled, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { requestedSpns } from '../join/requested-spns.ts';

export interface Asked {
  readonly spn: Spn;
  readonly at: Span;
  /** True where a person may have typed the name, so that it need not be what a browser asks for. */
  readonly isTyped: boolean;
}

/** Each SPN once; what a program asked for goes before what a person typed. */
export function askedSpns(facts: FactBase): Asked[] {
  const events = [
    ...facts
      .all('decryptFailed')
      .map(({ target, at, targetAt }) => ({ spn: target, at: targetAt ?? at })),
    ...facts.all('kerberosError'),
    ...facts.all('unknownName'),
    ...facts.all('duplicateName'),
    ...facts.all('keyMissing'),
    ...facts.all('weakTicket'),
    ...facts.all('authenticationError'),
    ...facts.all('ntlmUse'),
  ].flatMap(({ spn, at }): Asked[] =>
    spn?.service === 'HTTP' ? [{ spn: withoutRealm(spn), at, isTyped: false }] : [],
  );
  const distinct = new Map<string, Asked>();
  for (const one of [...requestedSpns(facts), ...events]) {
    const key = spelled(one.spn);
    const before = distinct.get(key);
    if (!before || (before.isTyped && !one.isTyped)) {
      distinct.set(key, { spn: withoutRealm(one.spn), at: one.at, isTyped: one.isTyped });
    }
  }
  return [...distinct.values()];
}

/** The realm is where it was asked for, and no part of what was registered. */
function withoutRealm({ service, host, port, domain }: Spn): Spn {
  return {
    service,
    host,
    ...(port !== undefined && { port }),
    ...(domain !== undefined && { domain }),
  };
}
