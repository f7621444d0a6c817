import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../facts/fact.ts';
import {
  aliasOf,
  application,
  binding,
  commandsOf,
  factBase,
  judged,
  kerberosToken,
  ntlmToken,
  owner,
  pool,
  refused,
  ticket,
  windows,
} from '../testing/facts.ts';
import { otherAccountDecrypts } from './other-account-decrypts.ts';

const SPN = 'HTTP/portal.contoso.com';
const OLD = 'CN=svc-old,OU=Service,DC=contoso,DC=com';
const PORTAL = 'CN=svc-portal,OU=Service,DC=contoso,DC=com';
const WEB01 = 'CN=WEB01,OU=Servers,DC=contoso,DC=com';
const USER = 'CONTOSO\\svc-portal';
const POOL_DECRYPTS = windows({ useAppPoolCredentials: true });
const T = ticket(SPN);

const FAILED = /^case\.other-account-decrypts: /;
const PASSED = /^case\.owner-decrypts: /;
const TWO_SITES = [
  binding('Portal', 'portal.contoso.com'),
  binding('Other', 'other.contoso.com'),
  windows({ location: 'Portal', useAppPoolCredentials: true }),
  windows({ location: 'Other', useAppPoolCredentials: true }),
  application('Portal', '/', 'Portal'),
  application('Other', '/', 'Other'),
  pool('Portal', USER),
  pool('Other', 'CONTOSO\\svc-other'),
];

/** [what, facts, what is judged]. The matrix is that of the article on SPN owner and decrypting account. */
const ROWS: readonly (readonly [string, readonly Fact[], RegExp])[] = [
  [
    'kernel mode, a user holds the SPN',
    [T, owner(SPN, PORTAL, false), windows()],
    /kernel mode leaves decryption to the computer account: it cannot/,
  ],
  [
    'kernel mode, the computer of this name holds it',
    [ticket('HTTP/web01.contoso.com'), owner('HTTP/web01.contoso.com', WEB01, true), windows()],
    PASSED,
  ],
  [
    'kernel mode, some computer holds it: which one the site is on is open',
    [T, owner(SPN, WEB01, true), windows()],
    /^undecided: token$/,
  ],
  [
    'kernel mode, an owner of unknown kind',
    [T, owner(SPN, WEB01), windows()],
    /^undecided: setspn$/,
  ],
  [
    'kernel mode, a logon name without $ is no computer',
    [T, owner(SPN, 'CONTOSO\\svc-old'), windows()],
    FAILED,
  ],
  [
    'kernel mode, $ may be a managed service account',
    [T, owner(SPN, 'CONTOSO\\gmsa$'), windows()],
    /^undecided: setspn$/,
  ],
  [
    'kernel mode off, the pool is the owner',
    [T, owner(SPN, PORTAL, false), windows({ kernelMode: false }), pool('Portal', USER)],
    PASSED,
  ],
  [
    'pool credentials, the pool is the owner',
    [T, owner(SPN, PORTAL, false), POOL_DECRYPTS, pool('Portal', USER)],
    PASSED,
  ],
  [
    'pool credentials, a UPN',
    [T, owner(SPN, PORTAL, false), POOL_DECRYPTS, pool('Portal', 'svc-portal@contoso.com')],
    PASSED,
  ],
  [
    'pool credentials, another user',
    [T, owner(SPN, OLD, false), POOL_DECRYPTS, pool('Portal', USER)],
    /^case\.other-account-decrypts: The ticket is for HTTP\/portal\.contoso\.com, svc-old holds that SPN, and the pool Portal runs as CONTOSO\\svc-portal: it cannot decrypt the ticket\.$/,
  ],
  [
    'a CN that is not the logon name, which the command shows',
    [
      T,
      owner(SPN, 'CN=IIS Service,DC=contoso,DC=com', false, 'svc-portal'),
      POOL_DECRYPTS,
      pool('Portal', USER),
    ],
    PASSED,
  ],
  [
    'pool credentials, the computer holds it',
    [T, owner(SPN, WEB01, true), POOL_DECRYPTS, pool('Portal', USER)],
    FAILED,
  ],
  [
    'pool credentials, ApplicationPoolIdentity, a user holds it',
    [T, owner(SPN, OLD, false), POOL_DECRYPTS, pool('Portal', 'ApplicationPoolIdentity')],
    /computer account on the network: it cannot/,
  ],
  [
    'NetworkService, the computer of this name holds it',
    [
      ticket('HTTP/web01'),
      owner('HTTP/web01', WEB01, true),
      POOL_DECRYPTS,
      pool('Portal', 'NetworkService'),
    ],
    PASSED,
  ],
  [
    'LocalService has no key',
    [T, owner(SPN, OLD, false), POOL_DECRYPTS, pool('Portal', 'LocalService')],
    /no key in the directory/,
  ],
  ['the pool is not shown', [T, owner(SPN, OLD, false), POOL_DECRYPTS], /^undecided: config$/],
  [
    'another domain',
    [T, owner(SPN, PORTAL, false), POOL_DECRYPTS, pool('Portal', 'svc-portal@fabrikam.com')],
    FAILED,
  ],
  [
    'without a ticket',
    [owner(SPN, OLD, false), POOL_DECRYPTS, pool('Portal', USER)],
    /svc-old holds HTTP\/portal\.contoso\.com, and .* it cannot decrypt a ticket for that SPN/,
  ],
  // Several sites and pools
  ['two sites, joined by the binding', [T, owner(SPN, PORTAL, false), ...TWO_SITES], PASSED],
  [
    'two sites, the other name',
    [
      ticket('HTTP/other.contoso.com'),
      owner('HTTP/other.contoso.com', PORTAL, false),
      ...TWO_SITES,
    ],
    /the pool Other runs as CONTOSO\\svc-other/,
  ],
  [
    'two sites, bound to neither',
    [ticket('HTTP/x.contoso.com'), owner('HTTP/x.contoso.com', PORTAL, false), ...TWO_SITES],
    /^undecided: config$/,
  ],
  [
    'two sites, joined through an alias',
    [
      ticket('HTTP/web01.contoso.com'),
      owner('HTTP/web01.contoso.com', WEB01, true),
      ...TWO_SITES,
      aliasOf('portal.contoso.com', 'web01.contoso.com'),
    ],
    /the pool Portal runs as/,
  ],
  [
    'two sites without bindings',
    [T, owner(SPN, PORTAL, false), ...TWO_SITES.slice(2)],
    /^undecided: config$/,
  ],
  [
    'two sites without bindings, and neither can',
    [T, owner(SPN, OLD, false), ...TWO_SITES.slice(2)],
    FAILED,
  ],
  [
    'two pools, one of them is the owner',
    [T, owner(SPN, PORTAL, false), POOL_DECRYPTS, pool('A', USER), pool('B', 'CONTOSO\\svc-b')],
    /^undecided: config$/,
  ],
  [
    'the level of the server is overruled by the site',
    [
      T,
      owner(SPN, PORTAL, false),
      binding('Portal', 'portal.contoso.com'),
      windows({ location: '' }),
      windows({ location: 'Portal', useAppPoolCredentials: true }),
      pool('Portal', USER),
    ],
    PASSED,
  ],
  [
    'the level of the server counts for a site without its own',
    [
      T,
      owner(SPN, PORTAL, false),
      binding('Portal', ''),
      windows({ location: '' }),
      windows({ location: 'Other', useAppPoolCredentials: true }),
      pool('Portal', USER),
    ],
    FAILED,
  ],
  // Look-alikes
  ['Windows authentication is off', [T, owner(SPN, OLD, false), windows({ enabled: false })], /^$/],
  [
    'a duplicate gets no ticket',
    [T, owner(SPN, OLD, false), owner(SPN, PORTAL, false), windows()],
    /^$/,
  ],
  [
    'the same owner listed twice is no duplicate',
    [T, owner(SPN, OLD), owner(SPN, OLD, false), windows()],
    FAILED,
  ],
  [
    'a ticket for another host',
    [ticket('HTTP/other.contoso.com'), owner(SPN, OLD, false), windows()],
    /^$/,
  ],
  [
    'a ticket of another service',
    [ticket('cifs/portal.contoso.com'), owner('cifs/portal.contoso.com', OLD, false), windows()],
    /^$/,
  ],
  ['a refused ticket is not decrypted', [refused(SPN), owner(SPN, OLD, false), windows()], /^$/],
  [
    'the realm inside the SPN is another name',
    [T, owner(`${SPN}@CONTOSO.COM`, OLD, false), windows()],
    /^$/,
  ],
  [
    'a list of many names of one account',
    [owner(SPN, OLD, false), owner('HTTP/b', OLD, false), windows()],
    /^$/,
  ],
];

for (const [name, facts, expected] of ROWS) {
  test(name, () => {
    assert.match(judged([otherAccountDecrypts], factBase(facts)), expected);
  });
}

test('a token shows what was asked for, as a ticket does', () => {
  const facts = [owner(SPN, OLD, false), owner('HTTP/b', OLD, false), windows()];
  const base = factBase(facts, { tokens: [kerberosToken(SPN)] });
  assert.match(
    judged([otherAccountDecrypts], base),
    /^case\.other-account-decrypts: The ticket is for/,
  );
});

test('the NTLM challenge names the server', () => {
  const facts = [T, owner(SPN, WEB01, true), windows()];
  const from = (name: string) =>
    judged(
      [otherAccountDecrypts],
      factBase(facts, { tokens: [ntlmToken(2, { MsvAvNbComputerName: name })] }),
    );
  assert.match(from('WEB01'), PASSED);
  assert.match(from('WEB02'), FAILED);
});

test('the proof is in all sources, and a CN is no proof of another logon name', () => {
  const base = factBase([T, owner(SPN, OLD, false), POOL_DECRYPTS, pool('Portal', USER)]);
  const judgement = otherAccountDecrypts.judge(base);
  assert.ok(Array.isArray(judgement));
  const [finding] = judgement as readonly { evidence: { source?: string }[]; caveat?: string }[];
  assert.deepEqual(
    [...new Set(finding?.evidence.map(({ source }) => source))],
    ['klist', 'setspn', 'config'],
  );
  assert.match(finding?.caveat ?? '', /setspn -L/);
});

test('what the evidence leaves to a default is said', () => {
  const base = factBase([T, owner(SPN, OLD, false), windows({ stated: ['enabled'] })]);
  const [finding] = otherAccountDecrypts.judge(base) as readonly { caveat?: string }[];
  assert.match(finding?.caveat ?? '', /does not set useKernelMode or useAppPoolCredentials/);
});

test('what is missing is asked for by name, and a hostile name stays out of every command', () => {
  assert.ok(commandsOf([otherAccountDecrypts], factBase([T])).includes(`setspn -F -Q ${SPN}`));
  const evil = 'HTTP/portal$(calc)&x';
  const facts = [
    ticket(evil),
    owner(evil, 'CONTOSO\\svc&calc', false),
    windows({ location: 'A" & calc', useAppPoolCredentials: true }),
    pool('P', 'CONTOSO\\b;calc'),
  ];
  const kernel = [
    ticket(evil),
    owner(evil, 'CONTOSO\\svc&calc', false),
    windows({ location: 'A" & calc' }),
  ];
  for (const all of [facts, kernel]) {
    const commands = commandsOf([otherAccountDecrypts], factBase(all));
    assert.ok(commands.length > 4);
    for (const line of commands) assert.doesNotMatch(line, /calc/);
  }
});
