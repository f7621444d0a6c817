/**
 * Lists and details of packets: what a client asked a domain controller for, what it got, and the
 * HTTP requests with their answers. An answer belongs to the last request that has none, as a list
 * shows no more of it.
 */
import type { Message } from '../../contract/decoded.ts';
import type { Fact } from '../../facts/fact.ts';
import { spnOf, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { TRACE_FACTS } from '../../limits.ts';
import { clean } from '../../text/clean.ts';
import { occupiedBy } from '../../text/occupied.ts';
import { printedLines } from '../../text/printed-lines.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { packetsInDetails } from './details.ts';
import { packetsOn, type Packet } from './packets.ts';

/** Steps on the way: proof is wanted, or TCP, or another domain answers. */
const NORMAL = new Set([25, 52, 68]);

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const { text: cleaned, original } = clean(text);
  const isTaken = occupiedBy(taken);
  const lines = printedLines(cleaned).filter((line) => !isTaken(original(line)));
  const onLines = lines.flatMap(packetsOn);
  const packets = [...onLines, ...packetsInDetails(lines)].map((packet): Packet => ({
    ...packet,
    at: original(packet.at),
  }));
  if (packets.length === 0) return undefined;
  const messages = packets.flatMap(messageOf);
  return {
    kinds: ['capture'],
    facts: [...kerberosFacts(packets), ...packets.flatMap(ntlmFact)]
      .slice(0, TRACE_FACTS)
      .sort((a, b) => a.at.start - b.at.start),
    ...(messages.length > 0 && { messages: messages.slice(0, TRACE_FACTS) }),
    claimed: distinct(onLines.map(({ at }) => original(at))),
  };
}

function distinct(spans: readonly Span[]): Span[] {
  return spans.filter(({ start }, index) => spans[index - 1]?.start !== start);
}

function kerberosFacts(packets: readonly Packet[]): Fact[] {
  const facts: Fact[] = [];
  let asked: { readonly spn?: Spn; readonly at: Span } | undefined;
  for (const packet of packets) {
    if (packet.is === 'asks') {
      const spn = spnIn(packet);
      asked = { ...(spn && { spn }), at: packet.at };
    } else if (packet.is === 'signs-in') asked = undefined;
    else if (packet.is === 'issued' && asked?.spn) {
      facts.push({ kind: 'ticket', spn: asked.spn, seen: 'issued', at: asked.at });
      asked = undefined;
    } else if (packet.is === 'error' && !NORMAL.has(packet.code)) {
      const { spn } = asked ?? {};
      facts.push({
        kind: 'ticketRefused',
        code: packet.code,
        space: 'kerberos',
        told: 'trace',
        at: packet.at,
        ...(spn && { spn }),
      });
      asked = undefined;
    }
  }
  return facts;
}

/** The name that was asked for; undefined for a placeholder, or when the list does not show it. */
function spnIn(packet: Extract<Packet, { is: 'asks' }>): Spn | undefined {
  if (/[<>*]/.test(packet.for)) return undefined;
  const spn = spnOf(packet.for);
  const { realm } = packet;
  return spn && realm !== undefined && spn.realm === undefined && !/[<>*]/.test(realm)
    ? { ...spn, realm: realm.toUpperCase() }
    : spn;
}

function ntlmFact(packet: Packet): Fact[] {
  if (packet.is !== 'ntlm') return [];
  const { type, user, at } = packet;
  return [{ kind: 'listedNtlm', type, at, ...(user !== undefined && { user }) }];
}

function messageOf(packet: Packet): Message[] {
  if (packet.is === 'answer') {
    const { status, scheme, at } = packet;
    return [
      { direction: 'response', status, at, ...(scheme !== undefined && { schemes: [scheme] }) },
    ];
  }
  if (packet.is !== 'request') return [];
  const { method, target, scheme, at } = packet;
  const [, host, path] = /^https?:\/\/([^/\s]{1,255})(\/.*)?$/.exec(target) ?? [];
  return [
    {
      direction: 'request',
      method,
      target: path ?? (host === undefined ? target : '/'),
      ...(host !== undefined && { host }),
      ...(scheme !== undefined && { schemes: [scheme] }),
      at,
    },
  ];
}

export const packetList: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).PACKET_LIST_RULES,
};
