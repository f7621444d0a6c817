import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import type { Fact, FactKind } from '../../facts/fact.ts';
import type { Reading } from '../reader.ts';
import { klist } from './reader.ts';
import { seenKlist } from './seen.ts';

const FOLDER = new URL('fixtures/', import.meta.url);
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const fixture = (name: string) => readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8');

const read = (text: string) =>
  klist.read(text, { claimed: [], inner: [], options: {} }) as Reading | undefined;
const factsOf = (text: string): readonly Fact[] => read(text)?.facts ?? [];

/** `ticketCache ticket ticket` */
const kindsOf = (text: string) =>
  factsOf(text)
    .map(({ kind }) => kind)
    .join(' ');

/** [fixture, kinds of its facts in the order of the text] */
const COUNTS: readonly (readonly [string, string])[] = [
  ['windows-http', 'ticketCache ticket ticket'],
  ['windows-no-http', 'ticketCache ticket ticket'],
  ['windows-empty', 'ticketCache'],
  ['windows-german', 'ticketCache ticket'],
  ['windows-french', 'ticketCache ticket'],
  ['windows-french-old', 'ticketCache ticket'],
  ['windows-referral', 'ticketCache ticket'],
  ['windows-cut', 'ticketCache ticket'],
  ['windows-sessions', 'logonSession ticketCacheUnreadable'],
  ['windows-tgt', 'ticket'],
  ['tgt-no-credentials', 'ticketCacheUnreadable'],
  ['get-success', 'ticketCache ticket'],
  ['get-no-spn', 'ticketRefused'],
  ['get-no-etype', 'ticketRefused'],
  ['get-no-dc', 'ticketRefused'],
  ['winrm-no-session', 'ticketCacheUnreadable'],
  ['mit-cross-realm', 'ticketCache ticket ticket ticket ticket'],
  ['mit-flags', 'ticketCache ticket'],
  ['mit-etypes', 'ticketCache ticket'],
  ['heimdal', 'ticketCache ticket'],
  ['heimdal-verbose', 'ticketCache ticket ticket'],
  ['keytab-types', 'keytabEntry keytabEntry'],
  ['keytab-times', 'keytabEntry keytabEntry'],
  ['keytab-old-names', 'keytabEntry keytabEntry'],
];

for (const [name, kinds] of COUNTS) {
  test(`${name}: facts, and no problems`, () => {
    assert.equal(seenKlist(fixture(name)), true);
    assert.equal(kindsOf(fixture(name)), kinds);
    assert.deepEqual(read(fixture(name))?.problems ?? [], []);
  });
}

test('every fixture has a row', () => {
  assert.deepEqual(COUNTS.map(([name]) => `${name}.txt`).sort(), NAMES.sort());
});

/** The last fact of a kind, without places. */
function last(name: string, kind: FactKind): Record<string, unknown> {
  const found = factsOf(fixture(name)).findLast((fact) => fact.kind === kind);
  const entries = Object.entries(found ?? {}).filter(([key]) => !/^(?:at|kind|.*At)$/.test(key));
  return Object.fromEntries(entries);
}
const sam = (name: string, realm: string) => ({
  written: `${name}@${realm}`,
  name: name.toLowerCase(),
  form: 'sam',
  domain: realm.toLowerCase(),
});

/** [fixture, kind, the last such fact in full] */
const VALUES: readonly (readonly [string, FactKind, Record<string, unknown>])[] = [
  [
    'windows-http',
    'ticket',
    {
      spn: { service: 'HTTP', host: 'vmhybrid01.lab.local' },
      seen: 'cache',
      client: sam('imsdal', 'LAB.LOCAL'),
      realm: 'LAB.LOCAL',
      etype: 18,
      flags: ['forwardable', 'renewable', 'pre_authent', 'name_canonicalize'],
      end: '5/12/2026 5:22:39',
      kdc: 'vmhybrid01.lab.local',
    },
  ],
  [
    'windows-http',
    'ticketCache',
    { tool: 'windows', count: 2, isComplete: true, client: sam('imsdal', 'LAB.LOCAL') },
  ],
  ['windows-empty', 'ticketCache', { tool: 'windows', count: 0, isComplete: true }],
  [
    'windows-cut',
    'ticketCache',
    {
      tool: 'windows',
      count: 11,
      isComplete: false,
      client: sam('student366', 'DOLLARCORP.MONEYCORP.LOCAL'),
    },
  ],
  [
    'windows-german',
    'ticket',
    {
      spn: { service: 'KRBTGT', host: 'contoso.com' },
      seen: 'cache',
      client: sam('alice', 'CONTOSO.COM'),
      realm: 'CONTOSO.COM',
      etype: 18,
      flags: ['forwardable', 'renewable', 'initial', 'pre_authent', 'name_canonicalize'],
      end: '16.07.2026 19:58:40',
      kdc: 'dc01.contoso.com',
    },
  ],
  [
    'windows-french',
    'ticket',
    {
      spn: { service: 'KRBTGT', host: 'novacorp.test' },
      seen: 'cache',
      client: sam('claire.durand', 'NOVACORP.TEST'),
      realm: 'NOVACORP.TEST',
      etype: 18,
      flags: ['forwardable', 'forwarded', 'renewable', 'pre_authent', 'name_canonicalize'],
      end: '10/2/2026 2:46:25',
      kdc: 'dc02.novacorp.test',
    },
  ],
  [
    'windows-french-old',
    'ticket',
    {
      spn: { service: 'KRBTGT', host: 'domain.local' },
      seen: 'cache',
      client: sam('jdupond', 'domain.local'),
      realm: 'DOMAIN.LOCAL',
      etype: 23,
      flags: ['forwardable', 'proxiable', 'renewable', 'pre_authent'],
      end: '1/25/2018 4:26:00',
    },
  ],
  [
    'windows-referral',
    'ticket',
    {
      spn: { service: 'KRBTGT', host: 'contoso.com' },
      seen: 'cache',
      client: sam('bob', 'FABRIKAM.COM'),
      realm: 'FABRIKAM.COM',
    },
  ],
  [
    'windows-tgt',
    'ticket',
    {
      spn: { service: 'KRBTGT', host: 'test.local' },
      seen: 'cache',
      client: sam('Administrator', 'TEST.LOCAL'),
      realm: 'TEST.LOCAL',
      flags: ['forwardable', 'renewable', 'initial', 'pre_authent', 'name_canonicalize'],
      end: '9/2/2025 22:05:02',
      showsSessionKey: true,
    },
  ],
  [
    'windows-sessions',
    'logonSession',
    {
      id: '0x977a31',
      account: {
        written: 'MIST\\Brandon.Keywarp',
        name: 'brandon.keywarp',
        form: 'sam',
        domain: 'mist',
      },
      authenticationPackage: 'Kerberos',
      isCurrent: true,
    },
  ],
  [
    'windows-sessions',
    'ticketCacheUnreadable',
    { code: 0xc0000022, space: 'ntstatus', name: 'STATUS_ACCESS_DENIED' },
  ],
  [
    'get-no-spn',
    'ticketRefused',
    {
      spn: { service: 'HTTP', host: 'webserver.contoso.com' },
      code: 0xc000018b,
      space: 'ntstatus',
      name: 'STATUS_NO_TRUST_SAM_ACCOUNT',
      told: 'klist',
    },
  ],
  [
    'get-no-etype',
    'ticketRefused',
    {
      spn: { service: 'HOST', host: 'vm01.contoso.com' },
      code: 0xc00002fd,
      space: 'ntstatus',
      name: 'STATUS_KDC_UNKNOWN_ETYPE',
      told: 'klist',
    },
  ],
  [
    'tgt-no-credentials',
    'ticketCacheUnreadable',
    { code: 0x8009030e, space: 'sspi', name: 'SEC_E_NO_CREDENTIALS' },
  ],
  [
    'mit-cross-realm',
    'ticket',
    {
      spn: { service: 'HOST', host: 'trillium.example.com' },
      seen: 'cache',
      client: sam('jennifer', 'ATHENA.MIT.EDU'),
      realm: 'EXAMPLE.COM',
      end: '06/08/04 05:49:19',
    },
  ],
  [
    'mit-etypes',
    'ticket',
    {
      spn: { service: 'KRBTGT', host: 'example.com' },
      seen: 'cache',
      client: sam('jovv', 'EXAMPLE.COM'),
      realm: 'EXAMPLE.COM',
      end: '03/15/2018 16:25:37',
      etype: 18,
      flags: ['forwardable', 'renewable', 'initial'],
    },
  ],
  [
    'heimdal',
    'ticketCache',
    {
      tool: 'heimdal',
      count: 1,
      isComplete: false,
      client: sam('administrator', 'FR.DORIAN.TECH'),
    },
  ],
  [
    'heimdal-verbose',
    'ticket',
    {
      spn: { service: 'HTTP', host: 'devix.cotham.uk' },
      seen: 'cache',
      client: sam('stevel', 'COTHAM'),
      realm: 'COTHAM',
      etype: 18,
      kvno: 25,
    },
  ],
  [
    'keytab-types',
    'keytabEntry',
    {
      spn: { service: 'MSSQLSVC', host: 'sql1.contoso.com', port: '1433', realm: 'CONTOSO.COM' },
      principal: 'MSSQLSvc/sql1.contoso.com:1433@CONTOSO.COM',
      kvno: 4,
      etype: 18,
    },
  ],
  [
    'keytab-times',
    'keytabEntry',
    {
      spn: { service: 'HOST', host: 'foo.example.com', realm: 'EXAMPLE.COM' },
      principal: 'host/foo.example.com@EXAMPLE.COM',
      kvno: 8,
    },
  ],
];

for (const [name, kind, value] of VALUES) {
  test(`${name}: ${kind} in full`, () => {
    assert.deepEqual(last(name, kind), value);
  });
}

const TICKET = `#0>\tClient: alice @ CONTOSO.COM
\tServer: HTTP/portal.contoso.com @ CONTOSO.COM
\tKerbTicket Encryption Type: RSADSI RC4-HMAC(NT)
\tTicket Flags 0x40a50000 -> forwardable renewable pre_authent ok_as_delegate name_canonicalize
\tStart Time: 7/16/2026 10:00:02 (local)
\tEnd Time:   7/16/2026 19:58:40 (local)
\tRenew Time: 0
\tSession Key Type: RSADSI RC4-HMAC(NT)
\tCache Flags: 0
\tKdc Called: DC01.contoso.com
`;
const ticketIn = (text: string) => factsOf(text).find((fact) => fact.kind === 'ticket');
const told = (text: string) => {
  const ticket = ticketIn(text);
  if (ticket?.kind !== 'ticket') return undefined;
  const { spn, etype, flags, end, kdc } = ticket;
  return [spn.host, etype, flags?.length, end, kdc].join(' ');
};
const SAME = 'portal.contoso.com 23 5 7/16/2026 19:58:40 dc01.contoso.com';

/** [how the paste was changed on its way, text]: the ticket is read as before */
const CHANGED: readonly (readonly [string, string])[] = [
  ['as printed', TICKET],
  ['CR LF', TICKET.replaceAll('\n', '\r\n')],
  ['quoted in a mail', TICKET.replaceAll(/^/gm, '> ')],
  ['in a fence', '```\n' + TICKET + '```'],
  ['blank lines doubled', TICKET.replaceAll('\n', '\n\n')],
  ['tabs lost', TICKET.replaceAll('\t', '')],
  ['HTML entities', TICKET.replaceAll('>', '&gt;')],
  ['number sign lost', TICKET.replace('#0>', '0>')],
  ['flags wrapped', TICKET.replace(' ok_as_delegate', '\nok_as_delegate')],
  ['client on its own line', TICKET.replace('#0>\t', '#0>\n\t')],
  ['labels of another script', TICKET.replaceAll(/^(\W*)[A-Z][\w ]*?(?=:| 0x4)/gm, '$1サーバー')],
  ['wide colons', TICKET.replaceAll(/: {1,3}(?=\S)/g, '：')],
  [
    'after a prompt',
    `PS C:\\> klist\n\nCurrent LogonId is 0:0x3e7a1\n\n${TICKET}PS C:\\> ipconfig`,
  ],
];

for (const [name, text] of CHANGED) {
  test(`a ticket, ${name}`, () => {
    assert.equal(told(text), SAME);
  });
}

/** [name, text, kinds of facts]; what Windows prints around and instead of tickets */
const OUTPUTS: readonly (readonly [string, string, string])[] = [
  [
    'only the substatus',
    'LsaCallAuthenticationPackage (GetTicket substatus): 0x6fb',
    'ticketRefused',
  ],
  ['only the code', 'klist failed with 0xc000018b/-1073741429', 'ticketRefused'],
  ['code without its decimal', 'klist failed with 0xc000005e', 'ticketRefused'],
  [
    'translated sentence',
    'Fehler bei klist: 0xc000018b/-1073741429: Die SAM-Datenbank',
    'ticketRefused',
  ],
  ['the decimal is of another number', 'failed: 0xc000018b/-1073741428', ''],
  [
    'retrieved, without the list',
    'A ticket to HTTP/a.contoso.com has been retrieved successfully.',
    'ticket',
  ],
  [
    'two outputs in one paste',
    `${fixture('get-no-spn')}\n${fixture('windows-http')}`,
    'ticketRefused ticketCache ticket ticket',
  ],
  [
    'MIT without a cache',
    'klist: No credentials cache found (filename: /tmp/krb5cc_1000)',
    'ticketCache',
  ],
  ['Heimdal without a cache', 'klist: No ticket file: /tmp/krb5cc_0', 'ticketCache'],
  [
    'Heimdal, expired',
    `Credentials cache: FILE:/tmp/x\n  Principal: a@B.C\n\nJan 10 15:48:00 2018  >>>Expired<<<  krbtgt/B.C@B.C`,
    'ticketCache ticket',
  ],
  [
    'ktutil of Heimdal',
    'Vno  Type                     Principal\n  3  arcfour-hmac-md5  HTTP/a.b.c@B.C',
    'keytabEntry',
  ],
  [
    'klist -K',
    'KVNO Principal\n---- ---------\n   2 HTTP/a.b@B (aes256-cts-hmac-sha1-96)  (0xdeadbeef)',
    'keytabEntry',
  ],
];

for (const [name, text, kinds] of OUTPUTS) {
  test(`output: ${name}`, () => {
    assert.equal(kindsOf(text), kinds);
  });
}

/** [name, text]; nothing of it is klist's */
const LOOKALIKES: readonly (readonly [string, string])[] = [
  ['prose', 'Run klist get HTTP/portal.contoso.com and look for the krbtgt ticket.'],
  ['a table of PowerShell', 'Name   Status\n----   ------\nKDC    Running\n2 services: (2)'],
  [
    'a row of a log',
    '2026-07-16 10:00:02 10.0.0.1 GET /app - 80 alice@contoso.com 10.0.0.2 401 2 5 0',
  ],
  ['two times and an address', '2026-07-16 10:00:02  2026-07-16 11:00:02  alice@contoso.com'],
  ['a numbered list', '#1> First: see page 2 @ home'],
  ['a code on its own', '0xc000018b'],
  ['a list of mails', '1 alice@contoso.com\n2 bob@contoso.com'],
  ['setspn', 'CN=WEB01,OU=Servers,DC=contoso,DC=com\n\tHTTP/portal.contoso.com'],
  ['a count', 'Files copied: (2)'],
  ['sentence about a key version', 'The KVNO of HTTP/portal differs.\n5 alice@contoso.com'],
];

for (const [name, text] of LOOKALIKES) {
  test(`look-alike: ${name}`, () => {
    assert.equal(read(text), undefined);
  });
}

test('an empty cache of delegated tickets says nothing about the tickets of the session', () => {
  const output = 'Current LogonId is 0:0x3e7a1\n\nCached Tickets: (0)\n';
  assert.equal(kindsOf(`C:\\> klist kcd_cache\n\n${output}`), '');
  assert.equal(kindsOf(`C:\\> klist\n\n${output}`), 'ticketCache');
});

test('no byte of a session key or of a key is in a fact', () => {
  assert.doesNotMatch(JSON.stringify(factsOf(fixture('windows-tgt'))), /80 31 1f|1f9e|0x12/);
  const keys = 'KVNO Principal\n   2 HTTP/a.b@B (aes256-cts-hmac-sha1-96)  (0xdeadbeef)';
  assert.doesNotMatch(JSON.stringify(factsOf(keys)), /deadbeef/);
});

test('flags, dates and codes are claimed', () => {
  for (const [name, value] of [
    ['windows-http', '0x40a10000'],
    ['windows-http', '5/18/2026 19:22:39'],
    ['get-no-spn', '-1073741429'],
    ['get-no-etype', '0x80090342'],
    ['winrm-no-session', '1312'],
    ['windows-sessions', '0x5'],
    ['windows-tgt', '80 31 1f'],
    ['heimdal-verbose', '333'],
  ] as const) {
    const at = fixture(name).lastIndexOf(value);
    const isClaimed = read(fixture(name))?.claimed.some(
      ({ start, end }) => start <= at && at < end,
    );
    assert.equal(isClaimed, true, `${name}: ${value}`);
  }
});

test('every place is that of its value', () => {
  const text = fixture('windows-http');
  const written = factsOf(text).map(({ at }) => text.slice(at.start, at.end));
  assert.deepEqual(written, [
    'Cached Tickets: (2)',
    'krbtgt/LAB.LOCAL @ LAB.LOCAL',
    'HTTP/vmhybrid01.lab.local @ LAB.LOCAL',
  ]);
});

for (const name of NAMES) {
  test(`${name}: no prefix throws or shows less than a shorter one`, () => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    let most = 0;
    for (let end = 0; end <= text.length; end++) {
      const { length } = factsOf(text.slice(0, end));
      assert.ok(length >= most, `${length} facts at ${end}, ${most} before`);
      most = length;
    }
  });
}

test('no text throws, and every place is inside', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...NAMES.flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').split('\n')),
    ),
    fc.string({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('\n');
      const { facts = [], claimed = [] } = read(text) ?? {};
      for (const { start, end } of [...facts.map(({ at }) => at), ...claimed]) {
        assert.ok(start >= 0 && start <= end && end <= text.length);
      }
    }),
  );
});

test('time is linear in the length', async () => {
  const rows = [
    '#0> Client: a @ B',
    ': '.repeat(400),
    '@ '.repeat(400),
    '0x5f -> '.repeat(100),
    '(skey, tkt): '.repeat(60),
    `klist get ${'x'.repeat(900)}`,
    ' '.repeat(900),
    '[0] Session 0 0:0x1 ' + 'a '.repeat(300),
  ];
  for (const row of rows) {
    await assertLinear(`${row}\n`, (text) => [read(text), seenKlist(text)]);
  }
});
