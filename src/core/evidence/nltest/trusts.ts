/**
 * `nltest /domain_trusts` and `/trusted_domains`, and `netdom query trust`.
 *
 *     List of domain trusts:
 *         0: CHILD child.contoso.com (NT 5) (Forest: 1) (Direct Outbound) (Direct Inbound) ( Attr: withinforest )
 *         1: CONTOSO contoso.com (NT 5) (Forest Tree Root) (Primary Domain) (Native)
 *         2: FABRIKAM fabrikam.com (NT 5) (Direct Outbound) ( Attr: foresttrans )
 *         3: EXAMPLE.COM (MIT) (Direct Outbound) ( Attr: non-trans )
 *
 *     <->       fabrikam.com
 *     Direct
 *
 * Outbound, seen from the own domain: it trusts the other one, whose users can log on here.
 * Source: Microsoft, nltest reference; MS-NRPC 3.5.4.7 (DomainTrustList).
 */
import type { FactTypes } from '../../facts/fact.ts';
import type { Part } from './outputs.ts';

type Trust = FactTypes['domainTrust'];

const ITEM =
  /^(?:# ?)?\d{1,3}:\s{1,3}([\w.-]{1,255})(?:\s([\w-]+(?:\.[\w-]+){1,20}))?\s{1,3}\((?:NT \d|MIT)\)(.{0,400})$/;
const MORE = /^(?:# ?)?Dom (?:Guid|Sid):\s/;
const OUTBOUND = /outbound|ausgehend|sortant|salien|uscita|исходящ|出站|送信/i;
const INBOUND = /inbound|eingehend|entrant|entrada|entrata|входящ|入站|受信/i;
const ATTRIBUTES = /\(\s?Attr\w{0,6}:\s{1,3}([\w -]{1,120}?)\s?\)/i;
const PRIMARY = /primary domain|primäre dom|domaine principal|dominio prin|主域/i;
const TREE = /\((?:Forest|Gesamtstruktur|For.t|Bosque|Foresta|林|フォレスト)/i;
const ARROW = /^(<->|<?->|<-)\s{1,20}([\w-]+(?:\.[\w-]+){1,20})(?:\s{1,60}\S.{0,40})?$/;

export const trusts: Part = (lines, index, { facts, claimed, command }) => {
  const line = lines[index];
  if (!line) return 0;
  const at = { start: line.start, end: line.end };
  const trust = item(line.text) ?? (command?.verb === 'query trust' ? arrow(line.text) : undefined);
  if (trust) facts.push({ kind: 'domainTrust', at, ...trust });
  else if (!MORE.test(line.text)) return 0;
  claimed.push(at);
  return 1;
};

function item(text: string): Trust | undefined {
  const [, name, dns, rest = ''] = ITEM.exec(text) ?? [];
  if (name === undefined) return undefined;
  const attributes = (ATTRIBUTES.exec(rest)?.[1] ?? '').toLowerCase().split(' ').filter(Boolean);
  const isOwn = PRIMARY.test(rest);
  const full = dns ?? (name.includes('.') ? name : undefined);
  return {
    ...(full !== name && { netbios: name.toUpperCase() }),
    ...(full !== undefined && { dns: full.toLowerCase() }),
    isOwn,
    isInForest: isOwn || attributes.includes('withinforest') || TREE.test(rest),
    directions: [
      ...(OUTBOUND.test(rest) ? (['outbound'] as const) : []),
      ...(INBOUND.test(rest) ? (['inbound'] as const) : []),
    ],
    attributes,
  };
}

function arrow(text: string): Trust | undefined {
  const [, sign, name] = ARROW.exec(text) ?? [];
  if (sign === undefined || name === undefined) return undefined;
  const directions =
    sign === '<->'
      ? (['outbound', 'inbound'] as const)
      : [sign === '->' ? ('outbound' as const) : ('inbound' as const)];
  return { dns: name.toLowerCase(), isOwn: false, directions, attributes: [] };
}
