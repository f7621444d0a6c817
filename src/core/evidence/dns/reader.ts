/**
 * Reads what a resolver answered for a name: nslookup, host, dig, Resolve-DnsName, ping and the
 * client's cache. States aliases, addresses and names that do not exist.
 */
import type { Span } from '../../facts/span.ts';
import type { LoadedReader, Reading } from '../reader.ts';
import { readDig } from './dig.ts';
import { readDisplayDns } from './displaydns.ts';
import { dnsLines } from './dns-lines.ts';
import { dnsNames } from './lookups.ts';
import { readNslookup } from './nslookup.ts';
import { readPing } from './ping.ts';
import { readResolveDnsName } from './resolve-dns-name.ts';

const READ = [readNslookup, readDig, readResolveDnsName, readPing, readDisplayDns];

/** Answers in `text` outside of what is claimed; undefined when there is none. */
function readDns(text: string, claimed: readonly Span[]): Reading | undefined {
  const lines = dnsLines(text, claimed);
  const statements = READ.flatMap((read) => read(lines));
  const facts = dnsNames(statements);
  if (facts.length === 0) return undefined;
  return { kinds: ['dns'], facts, claimed: statements.map(({ at }) => at) };
}

export const dns: LoadedReader = {
  read: (text, { claimed }) => readDns(text, claimed),
  loadRules: async () => (await import('./rules/rules.ts')).DNS_RULES,
};
