import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, Token } from '../../contract/decoded.ts';
import type { Fact } from '../../facts/fact.ts';
import {
  aliasOf,
  commandsOf,
  factBase,
  judged,
  kerberosToken,
  ntlmToken,
  request,
  ticket,
} from '../testing/facts.ts';
import { alias } from './alias.ts';

const PORTAL = 'portal.contoso.com';
const WEB = 'web01.contoso.com';
const A = aliasOf(PORTAL, WEB);
const FOUND =
  /^case\.alias: portal\.contoso\.com is an alias of web01\.contoso\.com, and the client asks for HTTP\/web01\.contoso\.com/;

interface Around {
  readonly tokens?: Token[];
  readonly messages?: Message[];
  readonly texts?: Record<string, string>;
}

/** [what, facts, what is around them, what is judged]. Cases of the article on aliases. */
const ROWS: readonly (readonly [string, readonly Fact[], Around, RegExp])[] = [
  ['a ticket for the target', [A, ticket(`HTTP/${WEB}`)], {}, FOUND],
  ['a token for the target', [A], { tokens: [kerberosToken(`HTTP/${WEB}`)] }, FOUND],
  [
    'NTLM that aims at the target',
    [A],
    { tokens: [ntlmToken(3, { MsvAvTargetName: `HTTP/${WEB}` })] },
    FOUND,
  ],
  [
    'the request is for the alias',
    [A, ticket(`HTTP/${WEB}`)],
    { messages: [request(`${PORTAL}:8080`)] },
    FOUND,
  ],
  ['a ticket for the alias: DNS is not at fault', [A, ticket(`HTTP/${PORTAL}`)], {}, /^out$/],
  ['a token for the alias', [A], { tokens: [kerberosToken(`HTTP/${PORTAL}`)] }, /^out$/],
  [
    'tickets for both',
    [A, ticket(`HTTP/${PORTAL}`), ticket(`HTTP/${WEB}`)],
    {},
    /^undecided: token$/,
  ],
  [
    'the alias, typed into klist get',
    [A, ticket(`HTTP/${PORTAL}`)],
    { texts: { klist: 'klist get HTTP/portal.contoso.com' } },
    /^undecided: token$/,
  ],
  // Look-alikes
  [
    'the request is for another name',
    [A, ticket(`HTTP/${WEB}`)],
    { messages: [request('x.y')] },
    /^$/,
  ],
  ['a ticket of another service of the target', [A, ticket(`cifs/${WEB}`)], {}, /^$/],
  ['a ticket for another name', [A, ticket('HTTP/x.contoso.com')], {}, /^$/],
  [
    'no alias',
    [
      { kind: 'dnsName', at: A.at, name: WEB, addresses: ['10.0.0.21'], answer: 'address' },
      ticket(`HTTP/${WEB}`),
    ],
    {},
    /^$/,
  ],
];

for (const [name, facts, around, expected] of ROWS) {
  test(name, () => {
    assert.match(judged(alias, factBase(facts, around)), expected);
  });
}

test('what is missing is asked for', () => {
  assert.ok(commandsOf(alias, factBase([A])).includes('klist'));
  const base = factBase([ticket(`HTTP/${WEB}`)], { messages: [request(`${PORTAL}:80`)] });
  assert.ok(commandsOf(alias, base).includes(`Resolve-DnsName ${PORTAL}`));
});

test('a hostile name stays out of every command', () => {
  const evil = 'web01&calc';
  const facts = [aliasOf(PORTAL, evil), ticket(`HTTP/${evil}`)];
  const base = factBase(facts);
  const commands = [
    ...commandsOf(alias, base),
    ...commandsOf(alias, factBase(facts, { messages: [request('a&calc')] })),
  ];
  assert.match(judged(alias, base), /is an alias of/);
  assert.ok(commands.length > 2);
  for (const line of commands) assert.doesNotMatch(line, /calc/);
});
