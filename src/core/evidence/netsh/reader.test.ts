import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type ReaderRow, testDisguises, testRows } from '../../../../tests/unit/reader-table.ts';
import { assertLinearReader, assertSound, readingOf } from '../../../../tests/unit/sound-reader.ts';
import type { Fact } from '../../facts/fact.ts';
import { netsh } from './reader.ts';
import { seenNetsh } from './seen.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');

function brief(fact: Fact): string {
  if (fact.kind === 'tlsBinding') {
    const { binding, applicationId = '?', store = '-', negotiatesClientCertificate } = fact;
    return `${binding} of ${applicationId.slice(0, 8)} in ${store}, asks: ${String(negotiatesClientCertificate ?? '?')}`;
  }
  if (fact.kind === 'urlReservation') return `${fact.url} for ${fact.users.join(' and ')}`;
  if (fact.kind === 'requestQueue') {
    return `${fact.name ?? 'unnamed'}: ${fact.urls.join(' ')} by ${fact.processes.join(' ')}`;
  }
  if (fact.kind === 'ipListen') return `listens on ${fact.addresses.join(' ') || 'all'}`;
  if (fact.kind === 'winHttpProxy')
    return `proxy ${fact.proxy ?? 'none'} but ${fact.bypass.join(' ')}`;
  return fact.kind;
}

/** [what, text, facts in brief] */
const ROWS: readonly ReaderRow[] = [
  ['show sslcert', fixture('sslcert'), ['0.0.0.0:8172 of 00000000 in MY, asks: false']],
  [
    'show sslcert, German',
    fixture('sslcert-german'),
    [
      '192.0.2.4:443 of 4dc3e181 in My, asks: true',
      'portal.contoso.com:443 of 4dc3e181 in -, asks: ?',
    ],
  ],
  [
    'an IPv6 address',
    'IP:port : [::]:443\nCertificate Hash : a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4\nApplication ID : {4dc3e181-e14b-4a21-b022-59fc669b0914}\n',
    ['[::]:443 of 4dc3e181 in -, asks: ?'],
  ],
  ['show urlacl', fixture('urlacl'), ['https://*:8172/ for NT SERVICE\\WMSvc']],
  [
    'show urlacl, German, two of them',
    '    Reservierte URL            : http://+:80/Temporary_Listen_Addresses/\n        Benutzer: \\Jeder\n            Abhören: Yes\n            Delegieren: No\n            SDDL: D:(A;;GX;;;WD)\n    Reservierte URL            : https://+:5986/wsman/\n        Benutzer: NT SERVICE\\WinRM\n            Abhören: Yes\n            Delegieren: No\n        Benutzer: NT SERVICE\\Wecsvc\n            Abhören: Yes\n            Delegieren: No\n            SDDL: D:(A;;GX;;;S-1-5-80-569256582)(A;;GX;;;S-1-5-80-4059739203)\n',
    [
      'http://+:80/Temporary_Listen_Addresses/ for \\Jeder',
      'https://+:5986/wsman/ for NT SERVICE\\WinRM and NT SERVICE\\Wecsvc',
    ],
  ],
  [
    'show servicestate',
    fixture('servicestate'),
    [
      'DefaultAppPool: HTTP://*:80/ HTTPS://PORTAL.CONTOSO.COM:443:10.0.0.21/ by 3248 1789',
      'unnamed: HTTP://+:5985/WSMAN/ by ',
      'unnamed:  by 1326',
    ],
  ],
  [
    'show servicestate view=requestq',
    'Snapshot of HTTP service state (Request Queue View):\n-----\n\nRequest queue name: Portal\n    Version: 2.0\n    State: Active\n    Request queue 503 verbosity level: Limited\n    Max requests: 1000\n    Number of active processes attached: 1\n    Process IDs:\n        3248\n    URL groups:\n    URL group ID: FE00000040000001\n        State: Active\n        Request queue name: Portal\n        Number of registered URLs: 1\n        Registered URLs:\n            HTTP://PORTAL.CONTOSO.COM:80/\n',
    ['Portal: HTTP://PORTAL.CONTOSO.COM:80/ by 3248'],
  ],
  [
    'show iplisten',
    'C:\\>netsh http show iplisten\n\nIP addresses present in the IP listen list:\n-------------------------------------------\n\n    10.0.0.21\n    ::1\n',
    ['listens on 10.0.0.21 ::1'],
  ],
  [
    'show iplisten, German, empty',
    'C:\\>netsh http show iplisten\n\nIP-Adressen in der IP-Überwachungsliste:\n-------------------------------------------\n',
    ['listens on all'],
  ],
  [
    'winhttp',
    'C:\\>netsh winhttp show proxy\n\nCurrent WinHTTP proxy settings:\n\n    Proxy Server(s) :  proxy.contoso.com:8080\n    Bypass List     :  *.contoso.com;<local>\n',
    ['proxy proxy.contoso.com:8080 but *.contoso.com <local>'],
  ],
  [
    'winhttp, French',
    'Paramètres de proxy WinHTTP actuels :\n\n    Serveur(s) proxy :  proxy.contoso.com:8080\n    Liste de contournement     :  (aucun)\n',
    ['proxy proxy.contoso.com:8080 but '],
  ],
  [
    'winhttp, direct',
    'Current WinHTTP proxy settings:\n\n    Direct access (no proxy server).\n',
    ['proxy none but '],
  ],
  // Look-alikes
  [
    'netstat',
    '  TCP    0.0.0.0:443            0.0.0.0:0              LISTENING       4\n  TCP    [::]:80                [::]:0                 LISTENING       4\n',
    [],
  ],
  ['docker', '0.0.0.0:443->443/tcp   web01\nPORTS : 0.0.0.0:443\n', []],
  [
    'an address in a log',
    'Listening on : http://localhost:5000/\nNow : https://contoso.com:443/\n',
    [],
  ],
  ['git', 'commit : a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4\nAuthor: A\n', []],
  [
    'a sentence',
    'Run netsh http show sslcert and netsh winhttp show proxy. SDDL: see there.\n',
    [],
  ],
  [
    'systeminfo',
    'Product ID:                00429-00521-62775-AA801\n[01]: {4dc3e181-e14b-4a21-b022-59fc669b0914}\n',
    [],
  ],
];

const TABLE = { reader: netsh, seen: seenNetsh, brief, rows: ROWS };

testRows(TABLE);

testDisguises(TABLE);

test('"no limit", and the number of a process, are no codes', async () => {
  const text = fixture('servicestate');
  const claimed = (await readingOf(netsh, text))?.claimed ?? [];
  for (const number of ['4294967295', '65535', '1326', '1789']) {
    const at = text.indexOf(number);
    assert.ok(
      claimed.some(({ start, end }) => start <= at && end > at),
      number,
    );
  }
});

const SOUND = {
  reader: netsh,
  seen: seenNetsh,
  texts: ROWS.filter(([, , facts]) => facts.length > 0).map(([, text]) => text),
  pieces: [
    'Request queue name: a\n',
    'HTTP://*:80/\n',
    'a : http://b:80/\n',
    'Reserved URL : http://b:80/\n',
    'IP:port : 0.0.0.0:1\nx : {4dc3e181-e14b-4a21-b022-59fc669b0914}\n',
    'WinHTTP:\n',
    'a : ',
  ],
};

test('any text', () => assertSound(SOUND));
test('time grows with the length', () => assertLinearReader(SOUND));
