/** Rows of FTP, SMTP and NNTP are set aside in every format and under every header; HTTP never is. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { readLogText } from '../read-texts.ts';
import { FIELDS, row } from '../testing/help.ts';

const FTP =
  '#Fields: date time c-ip cs-username s-ip s-port cs-method cs-uri-stem sc-status sc-win32-status sc-substatus x-session x-fullpath';
/** A session as IIS 7 and later write it. */
const ftp = (port: number) =>
  `- ${port} ControlChannelOpened - - 0 0
- ${port} USER anna 331 0 0
- ${port} PASS *** 530 1326 41
CONTOSO\\anna ${port} PASS *** 230 0 0
CONTOSO\\anna ${port} OPTS utf8+on 200 0 0
CONTOSO\\anna 49160 DataChannelOpened - - 0 0
CONTOSO\\anna ${port} RETR /in/file.txt 226 0 0
CONTOSO\\anna ${port} RETR report.xls 550 2 0
CONTOSO\\anna ${port} CWD /in 250 0 0
CONTOSO\\anna ${port} QUIT - 221 0 0`.replace(
    /^(\S+) (.*)$/gm,
    '2026-03-02 08:15:02 192.0.2.17 $1 10.0.0.4 $2 5242ddb2-95f5-43b1-b19d-6173e04ac6f0 -',
  );
const shorter = (text: string) => text.replace(/ (?:5242|x-session)\S* \S+$/gm, '');

const SMTP =
  '#Fields: date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status sc-win32-status sc-bytes cs-bytes time-taken cs-version cs-host cs(User-Agent) cs(Cookie) cs(Referer)';
const MAIL =
  `192.0.2.17 mail.fabrikam.com SMTPSVC1 MAIL01 10.0.0.4 0 EHLO - +mail.fabrikam.com 250 0 212 22 0
192.0.2.17 mail.fabrikam.com SMTPSVC1 MAIL01 10.0.0.4 0 MAIL - +FROM:<ben@fabrikam.com> 250 0 44 34 0
192.0.2.17 mail.fabrikam.com SMTPSVC1 MAIL01 10.0.0.4 0 QUIT - mail.fabrikam.com 240 391 69 4 0
198.51.100.4 OutboundConnectionResponse SMTPSVC1 MAIL01 - 25 - - 220+mx.fabrikam.com 0 0 60 0 15
198.51.100.4 OutboundConnectionCommand SMTPSVC1 MAIL01 - 25 EHLO - mail01.contoso.com 0 0 4 0 15`.replace(
    /^.*$/gm,
    '2026-03-02 08:15:02 $& SMTP - - - -',
  );
const unnamed = (text: string) => text.replaceAll(' SMTPSVC1', '').replace(' s-sitename', '');

/** [what, text, rows that are set aside] */
const ASIDE: [string, string, number][] = [
  [
    'FTP under its header',
    `#Software: Microsoft Internet Information Services 7.5\n${FTP}\n${ftp(21)}`,
    10,
  ],
  ['FTP on a port of its own', `${FTP}\n${ftp(2121)}`, 10],
  ['FTP without session and path', shorter(`${FTP}\n${ftp(2121)}`), 10],
  ['FTP without a header', ftp(21), 10],
  ['FTP without a header, on a port of its own', ftp(2121), 10],
  ['FTP without a header, session and path', shorter(ftp(2121)), 10],
  [
    'FTP of IIS 6',
    '#Software: Microsoft Internet Information Services 6.0\n#Date: 2026-03-02 00:00:00\n#Fields: time c-ip cs-method cs-uri-stem sc-status\n00:03:32 10.0.0.1 [58]USER anna 331\n00:03:32 10.0.0.1 [58]PASS - 530\n00:03:32 10.0.0.1 [58]QUIT - 226',
    3,
  ],
  [
    'FTP of IIS 6 without a header',
    '2026-03-02 00:03:32 10.0.0.1 [58]USER anna 331\n2026-03-02 00:03:32 10.0.0.1 [58]PASS - 530',
    2,
  ],
  [
    'FTP with plain verbs and the fewest columns',
    '#Fields: time c-ip cs-method cs-uri-stem sc-status\n00:03:32 10.0.0.1 USER anna 331\n00:03:32 10.0.0.1 PASS - 530\n00:03:32 10.0.0.1 RETR /a.txt 226',
    3,
  ],
  ['SMTP', `${SMTP}\n${MAIL}`, 5],
  ['SMTP without a header', MAIL, 5],
  ['SMTP without the name of its site', unnamed(`${SMTP}\n${MAIL}`), 5],
  ['SMTP without header and site', unnamed(MAIL), 5],
  [
    'SMTP with the default columns',
    '#Software: Microsoft Internet Information Services 6.0\n#Date: 2026-03-02 00:00:00\n#Fields: time c-ip cs-method cs-uri-stem sc-status\n08:15:02 192.0.2.17 EHLO - 250\n08:15:02 192.0.2.17 MAIL - 250\n08:15:02 192.0.2.17 RCPT - 250\n08:15:02 192.0.2.17 DATA - 250\n08:15:02 192.0.2.17 QUIT - 240',
    5,
  ],
  [
    'SMTP in the native format',
    '192.0.2.17, mail.fabrikam.com, 8/18/26, 13:17:37, SMTPSVC1, MAIL01, 10.0.0.4, 90, 42, 0, 250, 0, MAIL FROM, -, FROM:<ben@fabrikam.com>,\n192.0.2.17, mail.fabrikam.com, 8/18/26, 13:17:37, SMTPSVC1, MAIL01, 10.0.0.4, 81, 4, 52, 0, 541, QUIT, -, MAIL01,',
    2,
  ],
  [
    'SMTP and FTP in the NCSA format',
    '192.0.2.17 - mail.fabrikam.com [18/Aug/2026:13:17:37 -0800] "MAIL -?+FROM:<ben@fabrikam.com> SMTP" 250 0\n192.0.2.17 - anna [18/Aug/2026:13:17:37 -0800] "USER anna FTP" 331 0',
    2,
  ],
  [
    'NNTP',
    `${SMTP}\n2026-03-02 08:15:02 192.0.2.17 - NNTPSVC1 NEWS01 10.0.0.4 119 group contoso.public - 211 0 32 23 0 NNTP - - - -`,
    1,
  ],
];

for (const [what, text, rows] of ASIDE) {
  test(`${what}: ${rows} rows set aside, none read`, () => {
    const found = readLogText(text);
    assert.equal(found?.log?.rows, 0);
    assert.equal(found.log.unreadable, 0);
    const told = found.problems?.map(({ message }) => message) ?? [];
    assert.ok(
      told.some((message) => message.startsWith(`${rows} row`)),
      told.join('\n'),
    );
  });
}

/** Rows of HTTP with words of FTP and SMTP in them. */
const HTTP = [
  row('401 2 5', { stem: '/ftp/USER', query: 'PASS' }),
  row('401 2 5', { user: 'DATA' }),
  row('401 2 5', { verb: 'LIST' }),
  row('403 16 2148204809', { user: 'MAIL', query: 'EHLO' }),
];

for (const line of HTTP) {
  test(`a row of HTTP: ${line}`, () => {
    for (const text of [`${FIELDS}\n${line}`, line]) assert.equal(readLogText(text)?.log?.rows, 1);
  });
}
