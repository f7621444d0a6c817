/**
 * `netsh http show ...` and `netsh winhttp show proxy`: which programs own which addresses, ports and URLs of a
 * server, and the proxy of services. Source: Microsoft, netsh http and netsh winhttp in the Windows commands
 * reference.
 */
import { readParts } from '../../text/line-parts.ts';
import { printedLines } from '../../text/printed-lines.ts';
import { commandPattern } from '../../text/typed-command.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { ipListen, winHttpProxy } from './addresses.ts';
import type { Listing, Part } from './listing.ts';
import { reservation } from './reservations.ts';
import { serviceState, stateQueues } from './service-state.ts';
import { tlsBinding } from './tls-bindings.ts';

const NETSH = commandPattern('netsh');

const command: Part = (lines, index, listing) => {
  const rest = NETSH.exec(lines[index]?.text ?? '')?.[1];
  if (rest === undefined) return 0;
  listing.asked = rest.toLowerCase().split(/\s+/, 3).join(' ');
  listing.isState = false;
  return 1;
};

/** In the order in which they are asked. */
const PARTS: readonly Part[] = [
  command,
  tlsBinding,
  reservation,
  winHttpProxy,
  ipListen,
  serviceState,
];

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const listing: Listing = {
    facts: [],
    claimed: [],
    queues: new Map(),
    isState: false,
    strangers: 0,
  };
  readParts(printedLines(text, taken), PARTS, listing);
  stateQueues(listing);
  const { facts, claimed } = listing;
  return facts.length > 0 ? { kinds: ['netsh'], facts, claimed } : undefined;
}

export const netsh: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).NETSH_RULES,
};
