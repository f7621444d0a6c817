/**
 * The addresses of the computer itself, as ipconfig, Get-NetIPAddress and `ip addr` list them.
 *
 *        Host Name . . . . . . . . . . . . : WEB01
 *        Link-local IPv6 Address . . . . . : fe80::1%4(Preferred)
 *        IPv4 Address. . . . . . . . . . . : 10.0.0.21(Preferred)
 *        Subnet Mask . . . . . . . . . . . : 255.255.255.0
 *        Default Gateway . . . . . . . . . : 10.0.0.1
 *        DNS Servers . . . . . . . . . . . : 10.0.0.10
 *
 * Labels are translated, so an address is the computer's own by its place: the line above a subnet mask, the
 * lines of IPv6 before it, or one with a state in brackets. What comes after the mask is somebody else's.
 */
import type { FactOf } from '../../facts/fact.ts';
import { hostOf } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import type { DnsLine } from './dns-lines.ts';
import { isAddressText, isHostText } from './statement.ts';

type OwnAddress = FactOf<'ownAddress'>;

const DOTTED = /^\s{0,20}\S[^:]{0,60}?(?:\s?\.){1,30}\s{0,3}: ?(.{0,255})$/;
const STATE = /\(.{2,30}\)$/;
const MASK = /^255\.(?:\d{1,3}\.){2}\d{1,3}$/;
const NET_IP = /^\s{0,20}IPAddress\s{1,30}: (\S{2,64})$/;
const INET = /^\s{0,20}inet6? (\S{2,64}?)(?:\/\d{1,3}|\s{1,3}netmask)\b/;
const NAME = /^(?!(?:[0-9a-f]{2}-){5})[\w-]{1,63}$/i;
/** Addresses that every computer has. */
const LOOPBACK = /^(?:127\.|::1$)/;
const MOST = 100;

export interface OwnAddresses {
  readonly facts: readonly OwnAddress[];
  readonly claimed: readonly Span[];
}

/** Nothing for a text that shows no subnet mask and no address with its state. */
export function ownAddresses(lines: readonly DnsLine[]): OwnAddresses {
  const values = lines.map(({ text }) => DOTTED.exec(text)?.[1]?.trim());
  // The host name is the first value of /all, without a domain; a suffix has one.
  const first = values.find((value) => value !== undefined && value !== '');
  const host = first !== undefined && NAME.test(first) && isHostText(first) ? first : undefined;
  const isConfiguration = values.some((value) => MASK.test(value ?? '') || hasState(value));
  const facts = lines.flatMap(({ text, at }, index): OwnAddress[] => {
    const listed = (NET_IP.exec(text) ?? INET.exec(text))?.[1];
    const address = listed ?? (isOwn(values, index) ? bare(values[index] ?? '') : undefined);
    if (address === undefined || !isAddressText(address) || LOOPBACK.test(address)) return [];
    const name = listed === undefined ? host : undefined;
    return [{ kind: 'ownAddress', at, address, ...(name !== undefined && { host: hostOf(name) }) }];
  });
  const claimed = lines.flatMap(({ at }, index) =>
    isConfiguration && values[index] !== undefined ? at : [],
  );
  return { facts: facts.slice(0, MOST), claimed: [...claimed, ...facts.map(({ at }) => at)] };
}

const bare = (value: string): string => value.replace(STATE, '').trim();

const hasState = (value: string | undefined): boolean =>
  value !== undefined && STATE.test(value) && isAddressText(bare(value));

function isOwn(values: readonly (string | undefined)[], index: number): boolean {
  const value = values[index];
  if (value === undefined || MASK.test(value)) return false;
  if (hasState(value) || MASK.test(values[index + 1] ?? '')) return true;
  if (!value.includes(':')) return false;
  // IPv6 addresses stand above the IPv4 address and its mask.
  for (let next = index + 1; next < index + 8; next++) {
    const below = values[next];
    if (below === undefined) return false;
    if (MASK.test(below)) return true;
    if (!isAddressText(bare(below))) return false;
  }
  return false;
}
