/** Expected versus actual: each state of a site, and what looks like one and is not proven. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../../contract/decoded.ts';
import type { SiteRow, SiteTable } from '../../contract/site.ts';
import type { Step } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { Fact, FactOf } from '../../facts/fact.ts';
import { accountOf, spnOf } from '../../facts/names.ts';
import {
  aliasOf,
  application,
  binding,
  factBase,
  kerberosToken,
  ntlmToken,
  owner,
  place,
  pool,
  refused,
  request,
  search,
  ticket,
  windows,
} from '../testing/facts.ts';
import { siteTables } from './site-tables.ts';

const SPN = 'HTTP/portal.contoso.com';
const HOST = 'portal.contoso.com';

/** A site with everything that its configuration can say. */
const site = (settings: Parameters<typeof windows>[0] = {}, runsAs = 'CONTOSO\\svc-portal') => [
  binding('Portal', HOST),
  application('Portal', '/', 'Portal'),
  pool('Portal', runsAs),
  windows({
    location: 'Portal',
    file: 'applicationHost.config',
    stated: ['enabled', 'useKernelMode', 'useAppPoolCredentials', 'tokenChecking'],
    ...settings,
  }),
];
const BY_POOL = { useAppPoolCredentials: true };
const found = (name: string, owners: number, scope: 'domain' | 'forest' = 'forest') => ({
  ...search(name, scope),
  owners,
});
const aes = (name: string, etype = 18) => ({ ...ticket(name), etype });
const list = (account: string, ...spns: string[]): FactOf<'spnList'> => ({
  kind: 'spnList',
  at: place('setspn'),
  account: accountOf(account),
  spns: spns.flatMap((one) => spnOf(one) ?? []),
});
const challenge = ntlmToken(2, { MsvAvNbComputerName: 'WEB01' });

const problems: never[] = [];
const tables = (facts: readonly Fact[] | FactBase): SiteTable[] =>
  siteTables('sources' in facts ? facts : factBase(facts), problems) ?? [];
const only = (facts: readonly Fact[] | FactBase): SiteTable => {
  const [first, second] = tables(facts);
  assert.ok(first && !second, 'one table');
  return first;
};
const rowOf = (facts: readonly Fact[] | FactBase, index = 0): SiteRow => {
  const row = only(facts).rows[index];
  assert.ok(row);
  return row;
};
const line = (step: Step | undefined): string | undefined =>
  step && ('run' in step ? step.run : step.say);
const repairs = (facts: readonly Fact[] | FactBase): string[][] =>
  tables(facts).flatMap((table) =>
    table.repairs.map((repair) => repair.commands.flatMap((one) => line(one.run) ?? [])),
  );

test('a case without a site or a name has no table', () => {
  assert.equal(siteTables(factBase([]), problems), undefined);
  const other = [ticket('cifs/fs01.contoso.com'), owner('MSSQLSvc/db01:1433', 'CN=svc-sql,DC=a')];
  assert.equal(siteTables(factBase(other), problems), undefined);
  // A request to a site without Windows authentication is none of ours.
  assert.equal(
    siteTables(factBase([], { messages: [request('www.example.com')] }), problems),
    undefined,
  );
  assert.equal(
    siteTables(factBase([aliasOf('a.contoso.com', 'b.contoso.com')]), problems),
    undefined,
  );
});

test('a site on which Windows authentication is off has no table', () => {
  assert.deepEqual(tables(site({ enabled: false })), []);
});

test('the owner is the account of the pool, which decrypts: proven, it fits', () => {
  const facts = [
    ...site(BY_POOL),
    aes(SPN),
    owner(SPN, 'CN=svc-portal,OU=Service,DC=contoso,DC=com', false),
    found(SPN, 1),
  ];
  const row = rowOf(facts);
  assert.deepEqual(row.fit, { owner: 'fits', etypes: 'fits', protection: 'fits' });
  assert.equal(row.status, 'fits');
  assert.deepEqual(row.reasons, []);
  assert.equal(row.owner.value, 'svc-portal');
  assert.equal(row.decrypts.value, 'CONTOSO\\svc-portal');
  assert.equal(row.etypes.ticket.value, 'AES-256');
  assert.equal(row.protection.actual.value, 'None');
  assert.deepEqual(only(facts).repairs, []);
});

const FITTING: readonly Fact[] = [
  ...site(BY_POOL),
  aes(SPN),
  owner(SPN, 'CN=svc-portal,OU=Service,DC=contoso,DC=com', false),
  found(SPN, 1),
];
/** [what is not proven any more, the facts, the command that settles it] */
const OPEN: readonly (readonly [string, readonly Fact[], RegExp])[] = [
  [
    'the forest was not searched',
    FITTING.map((one) => (one.kind === 'spnSearch' ? { ...one, scope: 'domain' } : one)),
    /^setspn -F -Q HTTP\/portal/,
  ],
  [
    'nothing was searched',
    FITTING.filter(({ kind }) => kind !== 'spnSearch'),
    /^setspn -F -Q HTTP\/portal/,
  ],
  [
    'nobody is listed',
    FITTING.filter(({ kind }) => !kind.startsWith('spn')),
    /^setspn -F -Q HTTP\/portal/,
  ],
  [
    'no client asked, and DNS may have an alias',
    FITTING.filter(({ kind }) => kind !== 'ticket'),
    /^Resolve-DnsName portal/,
  ],
  [
    'no configuration',
    FITTING.filter(({ kind }) => kind === 'ticket' || kind.startsWith('spn')),
    /applicationHost\.config$/,
  ],
  [
    'the identity of the pool is missing',
    FITTING.filter(({ kind }) => kind !== 'poolIdentity'),
    /applicationHost\.config$/,
  ],
  [
    'the ticket shows no encryption type',
    [...FITTING.filter(({ kind }) => kind !== 'ticket'), ticket(SPN)],
    /^klist get HTTP\/portal/,
  ],
  [
    'the settings are not written out',
    [
      ...FITTING.filter(({ kind }) => kind !== 'windowsAuthentication'),
      windows({ location: 'Portal', ...BY_POOL, stated: ['enabled'] }),
    ],
    /list config "Portal"/,
  ],
];

for (const [what, facts, fill] of OPEN) {
  test(`never claimed to fit: ${what}`, () => {
    const { rows, repairs } = only(facts);
    const [row] = rows;
    assert.ok(row);
    assert.equal(row.status, 'not-known');
    assert.notEqual(row.reasons.length, 0);
    assert.deepEqual(repairs, []);
    const cells = [
      row.spn,
      row.owner,
      row.decrypts,
      ...Object.values(row.etypes),
      ...Object.values(row.protection),
    ];
    assert.ok(
      cells.some((cell) => fill.test(line(cell.fill) ?? '')),
      JSON.stringify(row, null, 1),
    );
  });
}

test('HOST/ of the computer covers HTTP/ where the computer decrypts', () => {
  const facts = factBase(
    [
      ...site(),
      aes(SPN),
      found(SPN, 0),
      owner(`HOST/${HOST}`, 'CN=WEB01,OU=Servers,DC=contoso,DC=com', true),
      found(`HOST/${HOST}`, 1),
    ],
    { tokens: [challenge] },
  );
  const row = rowOf(facts);
  assert.equal(row.status, 'fits');
  assert.match(row.owner.note ?? '', /HOST\/portal\.contoso\.com, which stands in/);
  assert.equal(row.decrypts.value, 'the computer account WEB01$');
  assert.deepEqual(repairs(facts), []);
});

test('HOST/ of a computer that may be another one proves nothing', () => {
  const facts = [
    ...site(),
    aes(SPN),
    found(SPN, 0),
    owner(`HOST/${HOST}`, 'CN=PORTAL,OU=Servers,DC=contoso,DC=com', true),
    found(`HOST/${HOST}`, 1),
  ];
  assert.equal(rowOf(facts).fit.owner, 'not-known');
  assert.match(
    line(rowOf(facts).decrypts.fill) ?? '',
    /^curl\.exe .*--ntlm .*portal\.contoso\.com/,
  );
  assert.deepEqual(repairs(facts), []);
});

test('HOST/ where the account of the pool decrypts: the computer decrypts again, or the pool gets the SPN', () => {
  const facts = [
    ...site(BY_POOL),
    ticket(SPN),
    found(SPN, 0),
    owner(`HOST/${HOST}`, 'CN=WEB01,OU=Servers,DC=contoso,DC=com', true),
  ];
  assert.equal(rowOf(facts).fit.owner, 'does-not-fit');
  const [first, second] = only(facts).repairs;
  assert.match(
    line(first?.commands[0]?.run) ?? '',
    /useAppPoolCredentials:false \/commit:apphost$/,
  );
  assert.match(
    line(first?.commands[0]?.undo) ?? '',
    /useAppPoolCredentials:true \/commit:apphost$/,
  );
  assert.equal(line(second?.commands[0]?.run), `setspn -F -S ${SPN} CONTOSO\\svc-portal`);
  assert.equal(line(second?.commands[0]?.undo), `setspn -D ${SPN} CONTOSO\\svc-portal`);
  assert.match(second?.when ?? '', /remote PowerShell/);
});

test('the account of the pool owns nothing', () => {
  const facts = [...site(BY_POOL), ticket(SPN), list('CN=svc-portal,DC=contoso,DC=com')];
  const row = rowOf(facts);
  assert.equal(row.fit.owner, 'does-not-fit');
  assert.deepEqual(repairs(facts), [[`setspn -F -S ${SPN} CONTOSO\\svc-portal`]]);
  // The list of another account says nothing of this one.
  const other = [...site(BY_POOL), ticket(SPN), list('CN=svc-other,DC=contoso,DC=com')];
  assert.equal(rowOf(other).fit.owner, 'not-known');
});

test('no account of the forest holds the SPN', () => {
  const facts = [...site(BY_POOL), ticket(SPN), found(SPN, 0)];
  assert.equal(rowOf(facts).reasons[0], `No account holds ${SPN}.`);
  assert.deepEqual(repairs(facts), [[`setspn -F -S ${SPN} CONTOSO\\svc-portal`]]);
  // With the computer account, HOST/ may stand in for it.
  const computer = [...site(), ticket(SPN), found(SPN, 0)];
  assert.equal(rowOf(computer).fit.owner, 'not-known');
  assert.equal(line(rowOf(computer).owner.fill), `setspn -F -Q HOST/${HOST}`);
  const neither = [...computer, found(`HOST/${HOST}`, 0)];
  assert.equal(rowOf(neither).fit.owner, 'does-not-fit');
  assert.deepEqual(repairs(neither), [[`setspn -F -S ${SPN} <WEB SERVER>`]]);
});

test('another account holds the SPN: it is moved, or the pool is let decrypt where it runs as that account', () => {
  const held = owner(SPN, 'CONTOSO\\svc-old', false);
  const facts = [...site(BY_POOL), ticket(SPN), held];
  assert.deepEqual(repairs(facts), [
    [`setspn -D ${SPN} CONTOSO\\svc-old`, `setspn -F -S ${SPN} CONTOSO\\svc-portal`],
  ]);
  const mine = [...site(), ticket(SPN), owner(SPN, 'CONTOSO\\svc-portal', false)];
  const [move, decrypt] = only(mine).repairs;
  assert.match(move?.says ?? '', /^Move HTTP\/portal\.contoso\.com from CONTOSO\\svc-portal/);
  assert.match(
    line(decrypt?.commands[0]?.run) ?? '',
    /set config "Portal" .*useAppPoolCredentials:true/,
  );
  assert.match(decrypt?.when ?? '', /farm/);
});

test('a computer holds the SPN and the pool decrypts without kernel mode: it is switched on', () => {
  const facts = [
    ...site({ kernelMode: false }),
    ticket(SPN),
    owner(SPN, 'CN=WEB01,OU=Servers,DC=contoso,DC=com', true),
  ];
  const all = repairs(facts);
  assert.deepEqual(all[0], [`setspn -D ${SPN} web01`, `setspn -F -S ${SPN} CONTOSO\\svc-portal`]);
  assert.match(all[1]?.[0] ?? '', /useKernelMode:true/);
  assert.ok(!JSON.stringify(all).includes('HOST/'));
});

test('a common name that differs from the logon name proves no other account', () => {
  const facts = [
    ...site(BY_POOL),
    ticket(SPN),
    owner(SPN, 'CN=Portal Service,DC=contoso,DC=com', false),
    found(SPN, 1),
  ];
  assert.equal(rowOf(facts).fit.owner, 'not-known');
  assert.equal(line(rowOf(facts).decrypts.fill), 'setspn -L CONTOSO\\svc-portal');
  assert.deepEqual(repairs(facts), []);
  // The object of the directory has both names.
  const known = [...facts, object('svc-portal', 'CN=Portal Service,DC=contoso,DC=com')];
  assert.equal(rowOf(known).fit.owner, 'fits');
  const other = [...facts, object('svc-other', 'CN=Portal Service,DC=contoso,DC=com')];
  assert.equal(rowOf(other).fit.owner, 'does-not-fit');
  assert.equal(repairs(other)[0]?.[0], `setspn -D ${SPN} svc-other`);
});

function object(
  name: string,
  dn: string,
  more: Partial<FactOf<'directoryAccount'>> = {},
): FactOf<'directoryAccount'> {
  const { domain } = accountOf(dn);
  return {
    kind: 'directoryAccount',
    at: place('ad'),
    account: { ...accountOf(name), ...(domain !== undefined && { domain }) },
    dn,
    class: 'user',
    flags: [],
    cleared: [],
    cut: [],
    places: {},
    ...more,
  };
}

test('a duplicate: the SPN is taken away from the account that does not decrypt', () => {
  const facts = [
    ...site(BY_POOL),
    ticket(SPN),
    owner(SPN, 'CONTOSO\\svc-portal', false),
    owner(SPN, 'CONTOSO\\svc-old', false),
    found(SPN, 2),
  ];
  const row = rowOf(facts);
  assert.equal(row.fit.owner, 'does-not-fit');
  assert.equal(row.owner.value, 'CONTOSO\\svc-portal, CONTOSO\\svc-old');
  assert.deepEqual(repairs(facts), [[`setspn -D ${SPN} CONTOSO\\svc-old`]]);
  // Which of the two is right is not known without the configuration.
  const open = facts.filter(({ kind }) => kind !== 'windowsAuthentication');
  assert.equal(rowOf(open).fit.owner, 'does-not-fit');
  assert.deepEqual(repairs(open), []);
});

test('a duplicate of common names: what is not the account that decrypts is another one', () => {
  const facts = [
    ...site(BY_POOL),
    ticket(SPN),
    owner(SPN, 'CN=svc-portal,DC=contoso,DC=com', false),
    owner(SPN, 'CN=Old Portal,DC=contoso,DC=com', false),
    found(SPN, 2),
  ];
  assert.deepEqual(repairs(facts), [[`setspn -D ${SPN} <PRESENT OWNER>`]]);
});

test('of a thousand sites ten are compared, first those that somebody uses, and the others are counted', () => {
  const many = Array.from({ length: 1000 }, (_, index) => [
    binding(`S${index}`, `n${index}.contoso.com`),
    windows({ location: `S${index}`, file: 'applicationHost.config' }),
  ]).flat();
  const told: Problem[] = [];
  const all = siteTables(factBase([...many, ticket('HTTP/n900.contoso.com')]), told) ?? [];
  assert.equal(all.length, 10);
  assert.equal(all[0]?.site, 'S900');
  assert.match(told[0]?.message ?? '', /^990 more sites/);
});

test('one account that is listed by two names is no duplicate', () => {
  const dn = 'CN=svc-portal,OU=Service,DC=contoso,DC=com';
  const facts = [
    ...site(BY_POOL),
    ticket(SPN),
    owner(SPN, dn, false),
    owner(SPN, 'CONTOSO\\svc-portal'),
  ];
  assert.equal(rowOf(facts).fit.owner, 'not-known');
});

test('a search and a listing that do not agree prove nothing', () => {
  const facts = [
    ...site(BY_POOL),
    ticket(SPN),
    owner(SPN, 'CONTOSO\\svc-old', false),
    found(SPN, 0),
  ];
  assert.equal(rowOf(facts).fit.owner, 'not-known');
  assert.deepEqual(repairs(facts), []);
});

test('an SPN with the port is another name, and no browser asks for it', () => {
  const facts = [
    ...site(BY_POOL),
    ticket(SPN),
    found(SPN, 0),
    owner(`${SPN}:8080`, 'CONTOSO\\svc-portal', false),
  ];
  assert.match(
    rowOf(facts).owner.note ?? '',
    /holds HTTP\/portal\.contoso\.com:8080, which is another name/,
  );
  assert.equal(rowOf(facts).fit.owner, 'does-not-fit');
  assert.deepEqual(repairs(facts), [[`setspn -F -S ${SPN} CONTOSO\\svc-portal`]]);
});

test('a client that puts the port in has a row of its own, for which HOST/ does not stand in', () => {
  const facts = [
    ...site(),
    ticket(`${SPN}:8080`),
    found(`${SPN}:8080`, 0),
    owner(`HOST/${HOST}`, 'CN=WEB01,DC=contoso,DC=com', true),
  ];
  const row = rowOf(facts);
  assert.equal(row.spn.value, `${SPN}:8080`);
  assert.equal(row.fit.owner, 'does-not-fit');
});

test('a binding with a port: the port is left out, unless a policy puts it in', () => {
  const bound = site().map((one) => (one.kind === 'binding' ? { ...one, port: '8080' } : one));
  assert.equal(rowOf(bound).spn.value, SPN);
  assert.match(rowOf(bound).spn.note ?? '', /leave the port \(8080\) out/);
  const policy: Fact = {
    kind: 'browserPolicy',
    at: place('policy'),
    browser: 'edge',
    name: 'EnableAuthNegotiatePort',
    value: 'true',
  };
  assert.equal(rowOf([...bound, policy]).spn.value, `${SPN}:8080`);
});

const POLICY: Fact = {
  kind: 'browserPolicy',
  at: place('policy'),
  browser: 'edge',
  name: 'DisableAuthNegotiateCnameLookup',
  value: '1',
};

test('an alias: browsers ask for the SPN of its target', () => {
  const facts = [...site(BY_POOL), aliasOf(HOST, 'web01.contoso.com')];
  const row = rowOf(facts);
  assert.equal(row.name.value, HOST);
  assert.equal(row.spn.value, 'HTTP/web01.contoso.com');
  assert.match(row.spn.note ?? '', /unless DisableAuthNegotiateCnameLookup is on/);
  assert.equal(rowOf([...facts, POLICY]).spn.value, SPN);
  // A client that is seen to ask for the alias itself knows better.
  assert.equal(rowOf([...facts, ticket(SPN)]).spn.value, SPN);
  // HOST/ of the target is of no use to the account of the pool.
  const wrong = [
    ...facts,
    found('HTTP/web01.contoso.com', 0),
    owner('HOST/web01.contoso.com', 'CN=WEB01,DC=contoso,DC=com', true),
  ];
  assert.equal(rowOf(wrong).fit.owner, 'does-not-fit');
  assert.match(repairs(wrong)[0]?.[0] ?? '', /useAppPoolCredentials:false/);
});

test('an SPN that is not the one that browsers ask for through an alias is not judged', () => {
  const facts = [...site(BY_POOL), owner(SPN, 'CONTOSO\\svc-old', false)];
  assert.equal(rowOf(facts).fit.owner, 'not-known');
  assert.deepEqual(repairs(facts), []);
  const address: Fact = {
    kind: 'dnsName',
    at: place('dns'),
    name: HOST,
    addresses: ['10.0.0.7'],
    answer: 'address',
  };
  assert.equal(rowOf([...facts, address]).fit.owner, 'does-not-fit');
  assert.equal(repairs([...facts, address]).length, 1);
});

test('a short name and an address have no SPN of their own', () => {
  const short = rowOf(
    factBase(site().map((one) => (one.kind === 'binding' ? { ...one, host: 'portal' } : one))),
  );
  assert.equal(short.spn.value, undefined);
  assert.equal(line(short.spn.fill), 'Resolve-DnsName portal');
  const address = rowOf(
    factBase([windows({ location: 'Portal' })], { messages: [request('10.0.0.7')] }),
  );
  assert.match(address.spn.note ?? '', /no ticket when the URL has an address/);
  assert.equal(address.status, 'not-known');
});

test('RC4 and AES: what the ticket has against what is expected', () => {
  const dn = 'CN=svc-portal,OU=Service,DC=contoso,DC=com';
  const base = [...site(BY_POOL), owner(SPN, dn, false), found(SPN, 1)];
  const rc4 = rowOf([...base, aes(SPN, 23)]);
  assert.equal(rc4.fit.etypes, 'does-not-fit');
  assert.equal(rc4.etypes.ticket.value, 'RC4');
  assert.match(rc4.reasons.join(' '), /causes no 401 while both sides accept it/);
  const old = rowOf([...base, aes(SPN, 23), object('svc-portal', dn, { etypes: 0x18 })]);
  assert.equal(old.etypes.owner.value, 'AES-128, AES-256');
  assert.match(old.reasons.join(' '), /older than that setting, or the account has no AES key/);
  const unset = rowOf([...base, aes(SPN, 18), object('svc-portal', dn, { etypes: 0 })]);
  assert.equal(unset.etypes.owner.value, 'none of its own');
  assert.match(unset.etypes.owner.note ?? '', /14 April 2026.*14 July 2026/);
  assert.equal(unset.status, 'fits');
  const unlisted = rowOf([...base, aes(SPN), object('svc-portal', dn)]);
  assert.equal(unlisted.etypes.owner.value, undefined);
  assert.match(line(unlisted.etypes.owner.fill) ?? '', /sAMAccountName=svc-portal/);
  const both = rowOf([...base, aes(SPN, 18), { ...aes(SPN, 23), at: place('dns') }]);
  assert.equal(both.fit.etypes, 'not-known');
});

test('the KDC that finds no common encryption type, or no account', () => {
  const etype = rowOf([...site(BY_POOL), refused(SPN, 0xc00002fd)]);
  assert.equal(etype.fit.etypes, 'does-not-fit');
  const nobody = rowOf([...site(BY_POOL), refused(SPN)]);
  assert.equal(nobody.fit.owner, 'does-not-fit');
  assert.equal(line(nobody.owner.fill), `setspn -F -Q ${SPN}`);
  assert.deepEqual(repairs([...site(BY_POOL), refused(SPN)]), []);
});

test('a name that a person typed into klist get need not be what clients ask for', () => {
  const typed = factBase([...site(BY_POOL), refused(SPN)], {
    texts: { klist: `klist get ${SPN}` },
  });
  assert.equal(rowOf(typed).fit.owner, 'not-known');
  assert.match(line(rowOf(typed).spn.fill) ?? '', /^Resolve-DnsName/);
});

test('settings without bindings: the name is asked for, and none is made up', () => {
  const row = rowOf([windows({ location: 'Portal' })]);
  assert.equal(row.name.value, undefined);
  assert.match(line(row.name.fill) ?? '', /applicationHost\.config$/);
  assert.equal(row.decrypts.value, 'the computer account');
});

test('a server that could not decrypt a ticket for the SPN: wrong, and not known why', () => {
  const failed: Fact = {
    kind: 'decryptFailed',
    at: place('event'),
    event: 4,
    server: accountOf('web01$'),
    ...target(),
  };
  const row = rowOf([...site(), failed]);
  assert.equal(row.fit.owner, 'does-not-fit');
  assert.match(row.reasons[0] ?? '', /^web01\$ could not decrypt a ticket/);
  assert.deepEqual(repairs([...site(), failed]), []);
});

function target(): { target?: NonNullable<ReturnType<typeof spnOf>> } {
  const spn = spnOf(SPN);
  return spn ? { target: spn } : {};
}

test('a ticket that the server accepted proves that it was decrypted', () => {
  const message = (start: number, end: number, more: object) => ({
    at: { start, end, source: 'http' },
    ...more,
  });
  const token = {
    ...kerberosToken(SPN),
    header: 'Authorization',
    at: { start: 11, end: 12, source: 'http' },
  };
  const accepted = (status: number) =>
    factBase(site(), {
      tokens: [token],
      messages: [
        message(0, 5, { direction: 'request', host: HOST }),
        message(5, 10, { direction: 'response', status: 401, schemes: ['Negotiate'] }),
        message(10, 15, { direction: 'request', host: HOST }),
        message(15, 20, { direction: 'response', status }),
      ] as never,
    });
  assert.equal(rowOf(accepted(200)).fit.owner, 'fits');
  assert.equal(rowOf(accepted(401)).fit.owner, 'not-known');
});

test('Extended Protection: a refused channel binding, and what it takes behind a TLS proxy', () => {
  const on = site({ tokenChecking: 'Require' });
  assert.equal(rowOf(on).fit.protection, 'not-known');
  assert.equal(line(rowOf(on).protection.expected.fill), 'netsh http show sslcert');
  const failed: Fact = { kind: 'logonFailed', at: place('event'), event: 4625, status: 0xc000035b };
  const facts = [...on, failed, ticket(SPN)];
  assert.equal(rowOf(facts).fit.protection, 'does-not-fit');
  const [repair] = only(facts).repairs;
  assert.match(line(repair?.commands[0]?.run) ?? '', /extendedProtection\.flags:Proxy/);
  assert.match(line(repair?.commands[0]?.undo) ?? '', /extendedProtection\.flags:None/);
  assert.match(
    line(repair?.commands[1]?.run) ?? '',
    /\/\+"extendedProtection\.\[name='HTTP\/portal\.contoso\.com'\]"/,
  );
  assert.match(line(repair?.commands[1]?.undo) ?? '', /\/-"extendedProtection\./);
  // None checks nothing, so the refusal is of another place.
  assert.equal(rowOf([...site(), failed]).fit.protection, 'fits');
  // Of two sites that check, it may be either.
  const two = [
    ...facts,
    binding('Other', 'other.contoso.com'),
    windows({ location: 'Other', tokenChecking: 'Allow' }),
  ];
  assert.ok(tables(two).every(({ rows }) => rows[0]?.fit.protection === 'not-known'));
});

test('two sites on one name that decrypt with different accounts share one SPN, which is not moved', () => {
  const facts = [
    ...site(BY_POOL),
    { ...binding('Reports', HOST), port: '8080' },
    application('Reports', '/', 'Reports'),
    pool('Reports', 'CONTOSO\\svc-reports'),
    windows({ ...BY_POOL, location: 'Reports', file: 'applicationHost.config' }),
    ticket(SPN),
    owner(SPN, 'CONTOSO\\svc-reports', false),
  ];
  const all = tables(facts);
  assert.deepEqual(
    all.map(({ site }) => site),
    ['Portal', 'Reports'],
  );
  assert.match(all[0]?.rows[0]?.reasons.join(' ') ?? '', /give each a name of its own/);
  assert.deepEqual(repairs(facts), []);
});

test('missing everything: every cell says how to fill it', () => {
  const row = rowOf(factBase([], { tokens: [ntlmToken(3, {})], messages: [request(HOST)] }));
  assert.equal(row.status, 'not-known');
  const cells = [
    row.spn,
    row.owner,
    row.decrypts,
    row.etypes.owner,
    row.etypes.ticket,
    row.protection.actual,
    row.protection.expected,
  ];
  assert.deepEqual(
    cells.map(({ fill }) => line(fill)?.split(' ')[0]),
    [
      'Resolve-DnsName',
      'setspn',
      'type',
      'Get-ADObject',
      'klist',
      '%windir%\\system32\\inetsrv\\appcmd.exe',
      'netsh',
    ],
  );
});

test('a site that answers to every name, and no name', () => {
  const row = rowOf(site().map((one) => (one.kind === 'binding' ? { ...one, host: '' } : one)));
  assert.equal(row.name.value, undefined);
  assert.equal(row.decrypts.value, 'the computer account');
  assert.ok(row.name.fill);
});

test('names come from the Host header, whose site is the one that is bound to it', () => {
  const facts = factBase(
    [...site(), binding('Other', 'other.contoso.com'), windows({ location: 'Other' })],
    {
      messages: [request(`${HOST}:443`)],
    },
  );
  assert.deepEqual(
    tables(facts).map(({ site, rows }) => [site, ...rows.map(({ name }) => name.value)]),
    [
      ['Portal', HOST],
      ['Other', 'other.contoso.com'],
    ],
  );
});

for (const evil of ['x&calc', '$(calc)', '`calc`', 'x"calc', "x'calc", '%calc%', 'x;calc']) {
  test(`a hostile name gets into no command: ${evil}`, () => {
    const facts = factBase(
      [
        binding(evil, `${evil}.contoso.com`),
        application(evil, '/', evil),
        pool(evil, `CONTOSO\\${evil}`),
        windows({
          location: evil,
          file: 'applicationHost.config',
          ...BY_POOL,
          tokenChecking: 'Require',
          spns: [evil],
        }),
        { kind: 'logonFailed', at: place('event'), event: 4625, status: 0xc000035b },
        { ...ticket(SPN), spn: { service: 'HTTP', host: `${evil}.contoso.com` }, etype: 23 },
        {
          ...owner(SPN, `CONTOSO\\${evil}2`, false),
          spn: { service: 'HTTP', host: `${evil}.contoso.com` },
        },
        { ...search(SPN), owners: 1, spn: { service: 'HTTP', host: `${evil}.contoso.com` } },
      ],
      { tokens: [ntlmToken(2, { MsvAvNbComputerName: evil })], messages: [request(evil)] },
    );
    const all = JSON.stringify(tables(facts), (key, value: unknown) =>
      key === 'value' || key === 'note' || key === 'says' || key === 'site' || key === 'reasons'
        ? undefined
        : value,
    );
    assert.match(all, /setspn -D <SPN> <PRESENT OWNER>/);
    assert.ok(!all.includes('calc'), all);
  });
}

test('many names: a table says how many it leaves out', () => {
  const many = Array.from({ length: 25 }, (_, index) => binding('Portal', `n${index}.contoso.com`));
  const { rows, left } = only([...site(), ...many]);
  assert.equal(rows.length, 20);
  assert.equal(left, 6);
});

test('the same evidence makes the same table', () => {
  const facts = [...site(BY_POOL), ticket(SPN), found(SPN, 0)];
  assert.deepEqual(tables(facts), tables(facts));
});
