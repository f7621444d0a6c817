import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spelled } from '../../facts/names.ts';
import { namesNear } from './names-near.ts';

const MESSAGE = 'Server not found in Kerberos database';
const FAR = '\n' + 'x '.repeat(300) + '\n';

interface Expected {
  spn?: string;
  host?: string;
  isNear: boolean;
}

const ROWS: [name: string, text: string, expected: Expected][] = [
  [
    'an SPN before it',
    `for HTTP/web.contoso.com@CONTOSO.COM: ${MESSAGE}`,
    { spn: 'HTTP/web.contoso.com', isNear: true },
  ],
  [
    'an SPN with a port',
    `${MESSAGE} MSSQLSvc/sql01:1433`,
    { spn: 'MSSQLSVC/sql01:1433', isNear: true },
  ],
  [
    'an SPN as GSSAPI writes it',
    `HTTP@web.contoso.com: ${MESSAGE}`,
    { spn: 'HTTP/web.contoso.com', isNear: true },
  ],
  ['two SPNs next to it', `HTTP/a.b HTTP/c.d ${MESSAGE}`, { isNear: false }],
  [
    'the only SPN of the paste',
    `HTTP/web.contoso.com${FAR}${MESSAGE}`,
    { spn: 'HTTP/web.contoso.com', isNear: false },
  ],
  ['two SPNs far away', `HTTP/a.b HTTP/c.d${FAR}${MESSAGE}`, { isNear: false }],
  ['the version of HTTP', `> GET / HTTP/1.1\n${MESSAGE}`, { isNear: false }],
  ['a URL', `https://web.contoso.com/app ${MESSAGE}`, { host: 'web.contoso.com', isNear: false }],
  [
    'a Host header as curl prints it',
    `> Host: Web.Contoso.com:8080\n${MESSAGE}`,
    { host: 'web.contoso.com', isNear: false },
  ],
  ['an address', `http://10.0.0.5/ ${MESSAGE}`, { isNear: false }],
  ['two hosts', `http://a.b/ http://c.d/ ${MESSAGE}`, { isNear: false }],
  ['no name', MESSAGE, { isNear: false }],
];

for (const [name, text, { spn, host, isNear }] of ROWS) {
  void test(`names next to a message: ${name}`, () => {
    const start = text.indexOf(MESSAGE);
    const names = namesNear(text)({ start, end: start + MESSAGE.length });
    assert.deepEqual(
      { spn: names.spn && spelled(names.spn), host: names.host, isNear: names.isNear },
      { spn, host, isNear },
    );
  });
}
