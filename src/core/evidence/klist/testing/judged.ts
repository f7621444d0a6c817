/** Reads an output of klist and judges it by one rule, for the tests beside the rules. */
import { readFileSync } from 'node:fs';
import type { Diagnosis, Judgement, Rule } from '../../../case/rule.ts';
import { FactBase } from '../../../facts/fact-base.ts';
import type { Reading } from '../../reader.ts';
import { klist } from '../reader.ts';

/** The text of a file in `fixtures/`. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url), 'utf8');
}

/** What the text states. */
export function baseOf(text: string): FactBase {
  const read = klist.read(text, { claimed: [], inner: [], options: {} }) as Reading | undefined;
  const { kinds = [], facts = [] } = read ?? {};
  return new FactBase([{ id: '1', text }], { kinds: [...kinds], tokens: [], facts: [...facts] });
}

/** The judgement of one rule; none where its needs are not met. */
export function judged(rule: Rule, text: string): Judgement {
  const base = baseOf(text);
  return rule.needs.every((need) => base.has(need)) ? rule.judge(base) : [];
}

/** The findings of one rule. */
export function findingsOf(rule: Rule, text: string): readonly Diagnosis[] {
  const judgement = judged(rule, text);
  return Array.isArray(judgement) ? (judgement as readonly Diagnosis[]) : [];
}

/** `warning rc4-disabled-etype: The ticket ...`, or '' where the rule has nothing to say. */
export function saidBy(rule: Rule, text: string): string {
  const [first] = findingsOf(rule, text);
  return first ? `${first.severity} ${first.article}: ${first.title}` : '';
}

/** One ticket as Windows lists it. */
export function ticket(server: string, etype = 'AES-256-CTS-HMAC-SHA1-96', flags = ''): string {
  return `#0>\tClient: alice @ CONTOSO.COM
\tServer: ${server} @ CONTOSO.COM
\tKerbTicket Encryption Type: ${etype}
\tTicket Flags 0x40a50000 -> forwardable renewable pre_authent ${flags}name_canonicalize
`;
}
