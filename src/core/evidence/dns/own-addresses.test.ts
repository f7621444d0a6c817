import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertLinearReader,
  assertSound,
  DISGUISES,
  factsOf,
} from '../../../../tests/unit/sound-reader.ts';
import { dns } from './reader.ts';
import { seenDns } from './seen.ts';

const ALL = `Windows IP Configuration

   Host Name . . . . . . . . . . . . : WEB01
   Primary Dns Suffix  . . . . . . . : contoso.com
   Node Type . . . . . . . . . . . . : Hybrid

Ethernet adapter Ethernet0:

   Physical Address. . . . . . . . . : 00-50-56-8A-0B-6D
   DHCP Enabled. . . . . . . . . . . : No
   Link-local IPv6 Address . . . . . : fe80::e0e3:a24b:3705:ba35%4(Preferred)
   IPv4 Address. . . . . . . . . . . : 10.0.0.21(Preferred)
   Subnet Mask . . . . . . . . . . . : 255.255.255.0
   IPv4 Address. . . . . . . . . . . : 10.0.0.22(Preferred)
   Subnet Mask . . . . . . . . . . . : 255.255.255.0
   Default Gateway . . . . . . . . . : 10.0.0.1
   DHCPv6 IAID . . . . . . . . . . . : 100683862
   DNS Servers . . . . . . . . . . . : 10.0.0.10
                                       10.0.0.11
   NetBIOS over Tcpip. . . . . . . . : Enabled
`;
const GERMAN = `Windows-IP-Konfiguration

Ethernet-Adapter Ethernet:

   Verbindungsspezifisches DNS-Suffix: contoso.com
   IPv6-Adresse. . . . . . . . . . . : fd00::21
   Verbindungslokale IPv6-Adresse  . : fe80::1%12
   IPv4-Adresse  . . . . . . . . . . : 10.0.0.21
   Subnetzmaske  . . . . . . . . . . : 255.255.252.0
   Standardgateway . . . . . . . . . : fe80::9%12
                                       10.0.0.1
`;

/** [what, text, addresses] */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'ipconfig /all',
    ALL,
    ['web01 fe80::e0e3:a24b:3705:ba35%4', 'web01 10.0.0.21', 'web01 10.0.0.22'],
  ],
  ['ipconfig, German', GERMAN, ['fd00::21', 'fe80::1%12', '10.0.0.21']],
  [
    'a suffix is no host name',
    '   Connection-specific DNS Suffix  . : contoso.com\n   IPv4 Address. . . . . . . . . . . : 10.0.0.21\n   Subnet Mask . . . . . . . . . . . : 255.255.255.0\n',
    ['10.0.0.21'],
  ],
  [
    'ipconfig, French',
    '   Adresse IPv4. . . . . . . . . . . . . .: 192.168.1.50\n   Masque de sous-réseau. . . . . . . . . : 255.255.255.0\n   Passerelle par défaut. . . . . . . . . : 192.168.1.1\n',
    ['192.168.1.50'],
  ],
  [
    'Get-NetIPAddress',
    'IPAddress         : 10.0.0.21\nInterfaceIndex    : 4\nAddressFamily     : IPv4\nPrefixLength      : 24\n',
    ['10.0.0.21'],
  ],
  [
    'ip addr',
    '    inet 127.0.0.1/8 scope host lo\n    inet 10.0.0.21/24 brd 10.0.0.255 scope global eth0\n    inet6 fe80::1/64 scope link\n',
    ['10.0.0.21', 'fe80::1'],
  ],
  // Look-alikes
  [
    'one line',
    '   IPv4 Address. . . . . . . . . . . : 10.0.0.21\n   Host Name . . . . : web01\n',
    [],
  ],
  [
    'route print',
    '          0.0.0.0          0.0.0.0         10.0.0.1       10.0.0.21     25\n',
    [],
  ],
  ['netstat', '  TCP    10.0.0.21:443          10.0.0.93:50123        ESTABLISHED\n', []],
  ['the resolver', 'Server:  dc01.contoso.com\nAddress:  10.0.0.10\n', []],
];

for (const [name, text, expected] of ROWS) {
  test(name, async () => {
    const facts = (await factsOf(dns, text)).filter((fact) => fact.kind === 'ownAddress');
    const brief = facts.map(({ host, address }) =>
      host === undefined ? address : `${host} ${address}`,
    );
    assert.deepEqual(brief, expected);
    if (expected.length > 0) assert.ok(seenDns(text), 'seen');
  });
}

for (const [how, disguise] of DISGUISES.filter(([how]) => how !== 'indented')) {
  test(`the same ${how}`, async () => {
    for (const [name, text, expected] of ROWS) {
      const facts = await factsOf(dns, disguise(text));
      assert.equal(facts.length, expected.length, name);
    }
  });
}

const SOUND = {
  reader: dns,
  seen: () => true,
  texts: [ALL, GERMAN],
  pieces: [
    'a . . : 10.0.0.1\n',
    'a . . : fe80::1\n',
    'a . . : 255.255.255.0\n',
    'inet 1.1.1.1/',
    ' . .',
  ],
};

test('any text', () => assertSound(SOUND));
test('time grows with the length', () => assertLinearReader(SOUND));
