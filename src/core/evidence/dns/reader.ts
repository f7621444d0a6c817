/**
 * Reads what a resolver answered for a name: nslookup, host, dig, Resolve-DnsName, ping and the
 * client's cache. States aliases, addresses and names that do not exist, and with ipconfig the addresses of the
 * computer itself.
 */
import type { Span } from '../../facts/span.ts';
import type { LoadedReader, Reading } from '../reader.ts';
import { readDig } from './dig.ts';
import { readDisplayDns } from './displaydns.ts';
import { dnsLines } from './dns-lines.ts';
import { dnsNames } from './lookups.ts';
import { readNslookup } from './nslookup.ts';
import { ownAddresses } from './own-addresses.ts';
import { readPing } from './ping.ts';
import { readResolveDnsName } from './resolve-dns-name.ts';

const READ = [readNslookup, readDig, readResolveDnsName, readPing, readDisplayDns];

/** Answers in `text` outside of what is claimed; undefined when there is none. */
function readDns(text: string, claimed: readonly Span[]): Reading | undefined {
  const lines = dnsLines(text, claimed);
  const statements = READ.flatMap((read) => read(lines));
  const own = ownAddresses(lines);
  const facts = [...dnsNames(statements), ...own.facts];
  if (facts.length === 0) return undefined;
  const places = [...statements.map(({ at }) => at), ...own.claimed];
  return { kinds: ['dns'], facts, claimed: places };
}

export const dns: LoadedReader = {
  read: (text, { claimed }) => readDns(text, claimed),
  loadRules: async () => (await import('./rules/rules.ts')).DNS_RULES,
};
