import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import type { FactOf } from '../../facts/fact.ts';
import { dns } from './reader.ts';
import { seenDns } from './seen.ts';

const NOTHING = { claimed: [], inner: [], options: {} };

async function read(text: string): Promise<FactOf<'dnsName'>[]> {
  const reading = await dns.read(text, NOTHING);
  return (reading?.facts ?? []).filter((fact) => fact.kind === 'dnsName');
}

/** `portal.contoso.com > web01.contoso.com = 10.0.0.21` */
const brief = ({ name, canonical, addresses, answer }: FactOf<'dnsName'>): string =>
  answer === 'missing'
    ? `${name} missing`
    : `${name}${canonical === undefined ? '' : ` > ${canonical}`}${addresses.length > 0 ? ` = ${addresses.join(' ')}` : ''}`;

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

const ALIAS = 'portal.contoso.com > web01.contoso.com = 10.0.0.21';
const WINDOWS = (server: string, name: string, answer = 'Non-authoritative answer:') =>
  `${server}:  dc01.contoso.com\r\nAddress:  10.0.0.10\r\n\r\n${answer}\r\n${name}:    web01.contoso.com\r\nAddress:  10.0.0.21\r\nAliases:  portal.contoso.com\r\n\r\n`;
const DIG = `; <<>> DiG 9.18.28 <<>> portal.contoso.com
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4711
;; QUESTION SECTION:
;portal.contoso.com.            IN      A

;; ANSWER SECTION:
portal.contoso.com.     3600    IN      CNAME   web01.contoso.com.
web01.contoso.com.      1200    IN      A       10.0.0.21

;; ADDITIONAL SECTION:
dc01.contoso.com.       1200    IN      A       10.0.0.10
`;
const TABLE = `Name                           Type   TTL   Section    NameHost
----                           ----   ---   -------    --------
portal.contoso.com             CNAME  3600  Answer     web01.contoso.com

Name       : web01.contoso.com
QueryType  : A
TTL        : 1200
Section    : Answer
IP4Address : 10.0.0.21
`;
const PROPERTIES = `QueryType    : CNAME
Server       : web01.contoso.com
NameHost     : web01.contoso.com
Name         : portal.contoso.com
Type         : CNAME
CharacterSet : Unicode
Section      : Answer
DataLength   : 8
TTL          : 3600
`;
const MISSING_PS = `Resolve-DnsName : portal.contoso.com : Der DNS-Name ist nicht vorhanden.
In Zeile:1 Zeichen:1
+ Resolve-DnsName portal.contoso.com
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : ResourceUnavailable: (portal.contoso.com:String) [Resolve-DnsName], Win32Exception
    + FullyQualifiedErrorId : DNS_ERROR_RCODE_NAME_ERROR,Microsoft.DnsClient.Commands.ResolveDnsName
`;
const CACHE = (label: string) => `    portal.contoso.com
    ----------------------------------------
    ${label} . . . . . : portal.contoso.com
    Record Type . . . . . : 5
    Time To Live  . . . . : 3600
    Data Length . . . . . : 8
    Section . . . . . . . : Answer
    CNAME Record  . . . . : web01.contoso.com
`;

/** [what, text, facts in brief] */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  // Windows: the order of the lines is that of every language, the labels are not.
  ['nslookup, English', WINDOWS('Server', 'Name'), [ALIAS]],
  ['nslookup, German', WINDOWS('Server', 'Name', 'Nicht autorisierende Antwort:'), [ALIAS]],
  ['nslookup, French', WINDOWS('Serveur ', 'Nom ', 'Réponse ne faisant pas autorité :'), [ALIAS]],
  ['nslookup, Japanese', WINDOWS('サーバー', '名前', '権限のない回答:'), [ALIAS]],
  ['nslookup, a language nobody knows', WINDOWS('Xyz', 'Abc', 'Qrs:'), [ALIAS]],
  ['nslookup, doubled blank lines', WINDOWS('Server', 'Name').replaceAll('\r\n', '\n\n'), [ALIAS]],
  ['nslookup, quoted', WINDOWS('Server', 'Name').replaceAll(/^/gm, '> '), [ALIAS]],
  [
    'nslookup, several of each',
    'Server:  UnKnown\nAddress:  fe80::1\n\nName:    web01.contoso.com\nAddresses:  fd00::21\n          10.0.0.21\nAliases:  www.contoso.com\n          portal.contoso.com\n',
    [
      'www.contoso.com > web01.contoso.com = fd00::21 10.0.0.21',
      'portal.contoso.com > web01.contoso.com = fd00::21 10.0.0.21',
    ],
  ],
  [
    'nslookup, Windows 2000 wrote addresses in one line',
    'Server:  dc01\nAddress:  10.0.0.10\n\nName:    web01.contoso.com\nAddresses:  10.0.0.21, 10.0.0.22\n',
    ['web01.contoso.com = 10.0.0.21 10.0.0.22'],
  ],
  [
    'nslookup, interactive',
    'C:\\>nslookup\nDefault Server:  dc01.contoso.com\nAddress:  10.0.0.10\n\n> web01\nServer:  dc01.contoso.com\nAddress:  10.0.0.10\n\nName:    web01.contoso.com\nAddress:  10.0.0.21\n',
    ['web01.contoso.com = 10.0.0.21'],
  ],
  ['nslookup, only the resolver', 'Server:  dc01.contoso.com\nAddress:  10.0.0.10\n', []],
  [
    'nslookup of an address says nothing about the name',
    'C:\\> nslookup 10.0.0.21\nServer:  dc01.contoso.com\nAddress:  10.0.0.10\n\nName:    web01.contoso.com\nAddress:  10.0.0.21\n',
    [],
  ],
  [
    'nslookup, no such name',
    "Server:  UnKnown\nAddress:  10.0.0.10\n\n*** UnKnown can't find portal.contoso.com: Non-existent domain\n",
    ['portal.contoso.com missing'],
  ],
  [
    'nslookup, no such name, German',
    'Server:  dc01.contoso.com\nAddress:  10.0.0.10\n\n*** dc01.contoso.com wurde portal.contoso.com nicht gefunden: Non-existent domain.\n',
    ['portal.contoso.com missing'],
  ],
  [
    'nslookup, no answer is not "no such name"',
    "Server:  UnKnown\nAddress:  10.0.0.10\n\n*** UnKnown can't find portal.contoso.com: Server failed\n*** Request to UnKnown timed-out\n",
    [],
  ],
  // A public question of 2013 with BIND's nslookup.
  [
    'nslookup of BIND',
    fixture('bind-nslookup-cname.txt'),
    ['www.bbc.co.uk > www.bbc.net.uk = 212.58.244.71'],
  ],
  [
    'nslookup of BIND, no such name',
    "Server:\t\t10.0.0.10\nAddress:\t10.0.0.10#53\n\n** server can't find portal.contoso.com: NXDOMAIN\n",
    ['portal.contoso.com missing'],
  ],
  ['dig', DIG, [ALIAS]],
  [
    'dig, no such name',
    DIG.replace('NOERROR', 'NXDOMAIN').replace(/;; ANSWER[^]*/, ''),
    ['portal.contoso.com missing'],
  ],
  [
    'dig, an alias that leads nowhere',
    DIG.replace('NOERROR', 'NXDOMAIN').replace(/^web01.*\n/m, ''),
    ['portal.contoso.com > web01.contoso.com'],
  ],
  ['dig, no records', DIG.replace(/;; ANSWER[^]*/, ''), []],
  ['a zone file', 'portal IN CNAME web01\n', []],
  [
    'host',
    'portal.contoso.com is an alias for vip7.contoso.com.\nvip7.contoso.com is an alias for web01.contoso.com.\nweb01.contoso.com has address 10.0.0.21\n',
    [ALIAS],
  ],
  [
    'host, no such name',
    'Host portal.contoso.com not found: 3(NXDOMAIN)\n',
    ['portal.contoso.com missing'],
  ],
  ['aliases in a circle', 'a.b is an alias for c.d.\nc.d is an alias for a.b.\n', []],
  ['Resolve-DnsName, table and list', TABLE, [ALIAS]],
  [
    'Resolve-DnsName, some columns (the command of the article on aliases)',
    'Name               Type NameHost          IPAddress\n----               ---- --------          ---------\nportal.contoso.com CNAME web01.contoso.com\nweb01.contoso.com      A                   10.0.0.21\n',
    [ALIAS],
  ],
  ['Resolve-DnsName, all properties', PROPERTIES, ['portal.contoso.com > web01.contoso.com']],
  [
    'Resolve-DnsName, a name cut short',
    TABLE.replace('portal.contoso.com  ', 'portal.contos...'),
    ['web01.contoso.com = 10.0.0.21'],
  ],
  ['Resolve-DnsName, no such name, German', MISSING_PS, ['portal.contoso.com missing']],
  [
    'Resolve-DnsName of PowerShell 7',
    'Resolve-DnsName: portal.contoso.com : DNS name does not exist.\n',
    ['portal.contoso.com missing'],
  ],
  [
    'Resolve-DnsName, no answer',
    'Resolve-DnsName : portal.contoso.com : This operation returned because the timeout period expired\n',
    [],
  ],
  [
    'two lookups with two answers',
    `PS C:\\> Resolve-DnsName portal.contoso.com\n${TABLE}\nServer:  dc01\nAddress:  10.0.0.10\n\nName:    portal.contoso.com\nAddress:  10.9.9.9\n`,
    [ALIAS, 'portal.contoso.com = 10.9.9.9'],
  ],
  [
    'ping shows the target',
    'C:\\> ping portal.contoso.com\n\nPing wird ausgeführt für web01.contoso.com [10.0.0.21] mit 32 Bytes Daten:\n',
    [ALIAS],
  ],
  [
    'ping of Linux',
    '$ ping -c 1 web01.contoso.com\nPING web01.contoso.com (10.0.0.21) 56(84) bytes of data.\n',
    ['web01.contoso.com = 10.0.0.21'],
  ],
  [
    'ping without what was typed',
    'Pinging web01.contoso.com [10.0.0.21] with 32 bytes of data:\n',
    [],
  ],
  ['ipconfig /displaydns', CACHE('Record Name'), ['portal.contoso.com > web01.contoso.com']],
  ['ipconfig, German', CACHE('Eintragsname'), ['portal.contoso.com > web01.contoso.com']],
  // Look-alikes
  ['HTTP headers', 'Host: portal.contoso.com\nX-Forwarded-For: 10.0.0.21\nServer: web01\n', []],
  [
    'an inventory',
    'Host: web01.contoso.com\nIP: 10.0.0.21\nHost: web02.contoso.com\nIP: 10.0.0.22\n',
    [],
  ],
  [
    'ipconfig',
    '   IPv4 Address. . . . . . . . . . . : 10.0.0.21\n   Host Name . . . . : web01\n',
    [],
  ],
  [
    'klist',
    '#0>\tClient: anna @ CONTOSO.COM\n\tServer: HTTP/web01.contoso.com @ CONTOSO.COM\n',
    [],
  ],
  [
    'a binding',
    '<binding protocol="http" bindingInformation="10.0.0.21:80:portal.contoso.com" />',
    [],
  ],
  ['a sentence', 'The name portal.contoso.com is an alias, and IN A sense it has address.', []],
];

for (const [name, text, expected] of ROWS) {
  test(name, async () => {
    const facts = await read(text);
    assert.deepEqual(facts.map(brief), expected);
    if (expected.length > 0) assert.ok(seenDns(text), 'seen');
    for (const { at } of facts) {
      assert.ok(
        at.start >= 0 && at.start < at.end && at.end <= text.length,
        'span within the text',
      );
    }
    const [first] = facts;
    if (first)
      assert.match(text.slice(first.at.start, first.at.end).toLowerCase(), new RegExp(first.name));
  });
}

test('what another reader has claimed is left alone', async () => {
  const reading = await dns.read(DIG, { ...NOTHING, claimed: [{ start: 0, end: DIG.length }] });
  assert.equal(reading, undefined);
});

test('no prefix of an answer throws', async () => {
  const whole = [WINDOWS('Server', 'Name'), DIG, TABLE, PROPERTIES, MISSING_PS, CACHE('Name')].join(
    '\n',
  );
  for (let end = 0; end < whole.length; end += 7) await read(whole.slice(0, end));
});

test('no text throws, and every span lies within it', async () => {
  const piece = fc.constantFrom(
    ...[...WINDOWS('Server', 'Name').split('\r\n'), ...DIG.split('\n'), ...TABLE.split('\n')],
    ...['> portal', 'C:\\> nslookup x', '\r', '***', 'Address: 1.2.3.4#53', ' . . . : ', '\u0000'],
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary' })))
    .map((all) => all.join('\n'));
  await fc.assert(
    fc.asyncProperty(text, async (input) => {
      seenDns(input);
      const reading = await dns.read(input, NOTHING);
      for (const { at } of reading?.facts ?? []) {
        assert.ok(at.start >= 0 && at.start < at.end && at.end <= input.length);
      }
    }),
  );
});

test('time grows with the length, whatever the text', async () => {
  const pieces = [
    '>',
    '> ',
    'a.',
    ' . ',
    'Server: a\nAddress: 1.1.1.1\n',
    'Name : a\n',
    'a b ',
    '-',
    '\t',
    'a.b is an alias for c.d.\n',
  ];
  for (const piece of pieces) {
    await assertLinear(piece, (text) => {
      seenDns(text);
      return read(text);
    });
  }
});
