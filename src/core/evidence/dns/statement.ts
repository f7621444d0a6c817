/**
 * What one line or block of a resolver's answer says. All tools come down to these, so that what
 * follows from them is worked out once, in `lookups.ts`.
 */
import type { Span } from '../../facts/span.ts';

export type Statement =
  /** `name` is an alias of `value`. */
  | { readonly says: 'alias'; readonly name: string; readonly value: string; readonly at: Span }
  /** `name` has the address `value`. */
  | { readonly says: 'address'; readonly name: string; readonly value: string; readonly at: Span }
  /** There is no such name. */
  | { readonly says: 'missing'; readonly name: string; readonly at: Span }
  /** Another lookup begins; what comes now says nothing about what came before. */
  | { readonly says: 'begins'; readonly at: Span }
  /** Part of an answer, explained and of no further interest: the resolver's own name. */
  | { readonly says: 'nothing'; readonly at: Span };

const HOST = /^(?=.{1,254}$)[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?\.?$/u;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const IPV6 = /^(?=[^:]*:)(?=.*:.*:)[0-9a-f:]{2,39}(?:(?:\d{1,3}\.){3}\d{1,3})?(?:%\w{1,20})?$/i;

/** `10.0.0.21`, `fe80::1%4`. */
export function isAddressText(text: string): boolean {
  return text.length <= 64 && (IPV4.test(text) || IPV6.test(text));
}

/** `portal.contoso.com`, `web01`, `portal.contoso.com.`; no address, and no name cut short by `...`. */
export function isHostText(text: string): boolean {
  return HOST.test(text) && !text.endsWith('..') && !isAddressText(text);
}
