import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../facts/fact.ts';
import { commandsOf, factBase, judged, owner, pool, search, windows } from '../testing/facts.ts';
import { hostSpnAnswers } from './host-spn-answers.ts';

const HTTP = 'HTTP/web01.contoso.com';
const HOST = 'HOST/web01.contoso.com';
const WEB01 = 'CN=WEB01,OU=Servers,DC=contoso,DC=com';
const OWN = owner(HOST, WEB01, true);
const POOL = [windows({ useAppPoolCredentials: true }), pool('Portal', 'CONTOSO\\svc-portal')];

/** [what, facts, what is judged]. Cases of the article on the HOST SPN. */
const ROWS: readonly (readonly [string, readonly Fact[], RegExp])[] = [
  [
    'kernel mode',
    [search(HTTP), OWN, windows()],
    /^case\.host-spn-answers: .*on the computer account web01 answers/,
  ],
  [
    'ApplicationPoolIdentity',
    [search(HTTP), OWN, windows({ kernelMode: false }), pool('P', 'ApplicationPoolIdentity')],
    /^case\.host-spn-answers/,
  ],
  [
    'the account of the pool decrypts',
    [search(HTTP), OWN, ...POOL],
    /^case\.host-spn-not-decrypted: .*the pool Portal runs as CONTOSO\\svc-portal: it cannot/,
  ],
  ['HOST/ was not looked for', [search(HTTP), windows()], /^undecided: setspn$/],
  [
    'a second name of the computer: which computer is open',
    [search('HTTP/portal.contoso.com'), owner('HOST/portal.contoso.com', WEB01, true), windows()],
    /^undecided: token$/,
  ],
  [
    'the pool is not known',
    [search(HTTP), OWN, windows({ kernelMode: false })],
    /^undecided: config$/,
  ],
  // Look-alikes
  ['neither is there', [search(HTTP), search(HOST), windows()], /^$/],
  [
    'HTTP/ is held after all',
    [search(HTTP, 'domain'), OWN, owner(HTTP, WEB01, true), windows()],
    /^$/,
  ],
  ['a name with a port has no stand-in', [search(`${HTTP}:8080`), OWN, windows()], /^$/],
  ['another service', [search('MSSQLSvc/web01.contoso.com'), OWN, windows()], /^$/],
  [
    'HOST/ is held twice',
    [search(HTTP), OWN, owner(HOST, 'CN=WEB02,DC=contoso,DC=com', true), windows()],
    /^$/,
  ],
  ['Windows authentication is off', [search(HTTP), OWN, windows({ enabled: false })], /^$/],
];

for (const [name, facts, expected] of ROWS) {
  test(name, () => {
    assert.match(judged([hostSpnAnswers], factBase(facts)), expected);
  });
}

test('a search of one domain proves nothing for the forest', () => {
  const caveat = (scope: 'domain' | 'forest') => {
    const judgement = hostSpnAnswers.judge(factBase([search(HTTP, scope), OWN, windows()]));
    return (judgement as readonly { caveat?: string }[])[0]?.caveat ?? '';
  };
  assert.match(caveat('domain'), /Without -F/);
  assert.doesNotMatch(caveat('forest'), /Without -F/);
});

test('the configuration is asked for, and a hostile name stays out of every command', () => {
  assert.ok(
    commandsOf([hostSpnAnswers], factBase([search(HTTP)])).some((line) =>
      line.includes('applicationHost'),
    ),
  );
  const evil = 'web01$(calc)';
  const facts = [
    search(`HTTP/${evil}`),
    owner(`HOST/${evil}`, 'CN=x&calc,DC=a', true),
    windows({ location: 'x"&calc', useAppPoolCredentials: true }),
    pool('P', 'A\\b|calc'),
  ];
  const commands = commandsOf([hostSpnAnswers], factBase(facts));
  assert.ok(commands.length > 2);
  for (const line of commands) assert.doesNotMatch(line, /calc/);
});
