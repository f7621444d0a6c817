/** The SPN that a code of a client is about, as far as the evidence names one. */
import type { FactBase } from '../../../facts/fact-base.ts';
import { isAddress, spelled, withoutPort } from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';

/**
 * The one SPN of a web server that the source asks for, or HTTP/ and the one host of its requests;
 * undefined where there is none, or more than one.
 */
export function spnFor({ source }: Span, facts: FactBase): string | undefined {
  const isHere = ({ at }: { readonly at: Span }) => at.source === source;
  const asked = [...facts.all('ticketRefused'), ...facts.all('ticket'), ...facts.all('errorText')]
    .filter(isHere)
    .flatMap(({ spn }) => (spn?.service === 'HTTP' ? [spelled(spn)] : []));
  const [spn, otherSpn] = [...new Set(asked)];
  if (spn !== undefined) return otherSpn === undefined ? spn : undefined;
  const hosts = [...facts.messages, ...facts.all('clientRefused')]
    .filter(isHere)
    .flatMap(({ host }) => (host === undefined ? [] : [withoutPort(host)]));
  const [host, otherHost] = [...new Set(hosts)];
  const isName = host !== undefined && otherHost === undefined && !isAddress(host);
  return isName ? `HTTP/${host}` : undefined;
}
