import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnosis } from '../../../case/rule.ts';
import type { Message, Token } from '../../../contract/decoded.ts';
import { FactBase } from '../../../facts/fact-base.ts';
import type { Fact } from '../../../facts/fact.ts';
import { spnOf } from '../../../facts/names.ts';
import { alias } from './alias.ts';
import { noAlias } from './no-alias.ts';
import { noSuchName } from './no-such-name.ts';

const AT = { start: 0, end: 1 };

function name(text: string, canonical?: string): Fact {
  const addresses = ['10.0.0.21'];
  return canonical === undefined
    ? { kind: 'dnsName', at: AT, name: text, addresses, answer: 'address' }
    : { kind: 'dnsName', at: AT, name: text, canonical, addresses, answer: 'alias' };
}

const missing = (text: string): Fact => ({
  kind: 'dnsName',
  at: AT,
  name: text,
  addresses: [],
  answer: 'missing',
});

function ticket(text: string): Fact {
  const spn = spnOf(text);
  assert.ok(spn);
  return { kind: 'ticket', at: AT, spn, seen: 'cache' };
}

const request = (host: string): Message => ({ direction: 'request', host, at: AT });

function baseOf(facts: readonly Fact[], more: { messages?: Message[]; tokens?: Token[] } = {}) {
  return new FactBase([{ id: '1', text: '' }], {
    kinds: ['dns'],
    tokens: more.tokens ?? [],
    messages: more.messages ?? [],
    facts: [...facts],
  });
}

const PORTAL = 'portal.contoso.com';
const WEB = 'web01.contoso.com';
const token = (sname: string): Token => ({
  bytes: 1,
  complete: true,
  layers: [],
  at: AT,
  fields: [],
  kerberos: { message: 'AP-REQ', sname },
});

/** [what, facts, alias, no alias, no such name]: what the title says, `-` for nothing, `out`. */
const ROWS: readonly (readonly [string, FactBase, string, string, string])[] = [
  ['an alias', baseOf([name(PORTAL, WEB)]), 'portal.contoso.com is an alias of', '-', '-'],
  ['an address', baseOf([name(PORTAL)]), '-', 'portal.contoso.com is not an alias', '-'],
  ['two addresses', baseOf([name(PORTAL), name(WEB)]), '-', 'are not aliases', '-'],
  [
    'a cache of names proves nothing',
    baseOf([name('a.b'), name('c.d'), name('e.f')]),
    '-',
    '-',
    '-',
  ],
  ['no such name', baseOf([missing(PORTAL)]), '-', '-', 'DNS has no name portal.contoso.com'],
  ['known to one resolver', baseOf([missing(PORTAL), name(PORTAL)]), '-', 'is not an alias', '-'],
  [
    'a ticket for the alias',
    baseOf([name(PORTAL, WEB), ticket(`HTTP/${PORTAL}`)]),
    'out',
    '-',
    '-',
  ],
  [
    'a token for the alias',
    baseOf([name(PORTAL, WEB)], { tokens: [token(`HTTP/${PORTAL}`)] }),
    'out',
    '-',
    '-',
  ],
  [
    'a ticket for the target',
    baseOf([name(PORTAL, WEB), ticket(`HTTP/${WEB}`)]),
    'is an alias of',
    '-',
    '-',
  ],
  [
    'a ticket of another service',
    baseOf([name(PORTAL, WEB), ticket(`cifs/${PORTAL}`)]),
    'is an alias of',
    '-',
    '-',
  ],
  [
    'requests for another name',
    baseOf([name(PORTAL, WEB), name('dc01.contoso.com')], { messages: [request('a.b:8080')] }),
    '-',
    '-',
    '-',
  ],
  [
    'requests for this name',
    baseOf([name(PORTAL, WEB), missing('x.y')], { messages: [request('Portal.contoso.com:8080')] }),
    'is an alias of',
    '-',
    '-',
  ],
];

for (const [what, facts, ...expected] of ROWS) {
  test(what, () => {
    for (const [index, rule] of [alias, noAlias, noSuchName].entries()) {
      const judged = rule.judge(facts);
      const wanted = expected[index] ?? '-';
      if ('ruledOut' in judged) assert.equal(wanted, 'out', rule.id);
      else if ('undecided' in judged) assert.fail(rule.id);
      else if (wanted === '-') assert.deepEqual(judged, [], rule.id);
      else assert.ok(judged[0]?.title.includes(wanted), judged[0]?.title ?? rule.id);
    }
  });
}

test('hostile names stay out of the commands', () => {
  const hostile = 'a.b&calc';
  for (const facts of [[name('x.y', hostile)], [missing(hostile)]]) {
    const judged = [alias, noSuchName].map((rule) => rule.judge(baseOf(facts)));
    const steps = judged
      .flatMap((all): readonly Diagnosis[] => ('ruledOut' in all || 'undecided' in all ? [] : all))
      .flatMap((one) => one.next ?? []);
    assert.ok(steps.length > 0);
    for (const step of steps) if ('run' in step) assert.doesNotMatch(step.run, /calc/);
  }
});
