/** What is concluded from ten logs with one story each. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { fixture, read } from '../testing/help.ts';

/** [log, sentences] */
const STORIES: [string, string[]][] = [
  [
    '01-spray-then-success',
    [
      'Password spray: 203.0.113.7 tried 90 user names at /EWS/Exchange.asmx with python-requests/2.32 from 08:00:00 to 08:01:31 UTC and logged on as CONTOSO\\u57 at 08:01:31 UTC: treat that account as compromised.',
    ],
  ],
  [
    '02-service-password-changed',
    [
      'CONTOSO\\svc-feed is refused, 401.1 with 1326 (ERROR_LOGON_FAILURE), and one device keeps trying: feed/1.0 at 10.1.1.9 since 09:00:00 UTC (40 401s at /api/feed, about once a minute).',
      'Probably the password was changed, and an old one is stored on it.',
    ],
  ],
  [
    '03-spn-broken-since-10',
    [
      'All 60 clients were accepted until 09:59:10 UTC and none has been since 10:00:10 UTC (60 attempts by 60 clients at /app): refused again and again, 401.1 with 2148074252 (SEC_E_LOGON_DENIED).',
      'Look at what changed on the server or in the directory between 09:59:10 and 10:00:10 UTC.',
      'Before, one 401 was enough, as with Kerberos: begin with the SPN and with the account that decrypts the tickets.',
      '60 of 300 401s belong to 60 handshakes that ended well.',
    ],
  ],
  [
    '04-one-firefox-never-answers',
    [
      'One client of 51 fails: offer never taken up, 401.2 with 5 (ERROR_ACCESS_DENIED), by 10.3.9.9 with Firefox 133 on Linux at /, 10 attempts from 08:00:30 to 08:45:30 UTC.',
      'The other 50 get in, so look at that client.',
      '100 of 110 401s belong to 50 handshakes that ended well.',
    ],
  ],
  [
    '05-probe-hides-acl',
    [
      'One attempt failed: authenticated, then denied by ACL, 401.3 with 5 (ERROR_ACCESS_DENIED), by 10.2.0.7 as CONTOSO\\eva with Edge 131 on Windows at /app, at 09:15:00 UTC.',
      'Set aside: 10.0.0.2 asks for / every 30 s without a User-Agent and never answers the 401 (480 attempts), as a health probe does.',
    ],
  ],
  [
    '06-epa-everyone',
    [
      'All 40 clients fail: channel binding refused, 401.1 with 2148074310 (SEC_E_BAD_BINDINGS), at /, 40 attempts from 08:00:01 to 08:39:01 UTC.',
      'No client gets in, so look at the server and not at the clients: its Extended Protection, or a proxy that ends TLS before it.',
    ],
  ],
  [
    '07-proxy-split-every-6th',
    [
      '10 of 60 attempts failed: handshake broken, 401.1 with 2148074248 (SEC_E_INVALID_TOKEN), by 10.0.0.9 at /app, from 08:00:01 to 08:54:01 UTC.',
      'Every one of them came through 10.0.0.9: see whether the proxy there keeps one connection for a whole handshake.',
      '10.0.0.9 stands for 50 users; log X-Forwarded-For to tell them apart (IIS Manager, Logging, Select Fields, Add Field).',
      '100 of 130 401s belong to 50 handshakes that ended well.',
    ],
  ],
  [
    '08-preflight',
    [
      'All 25 attempts are CORS preflights (OPTIONS) by 25 clients at /api/orders, from 08:00:05 to 08:24:05 UTC: browsers send no credentials with them.',
      'Let the server answer OPTIONS without authentication, or the requests that they announce are never sent.',
    ],
  ],
  ['09-healthy', ['No logon failed: all 110 401s belong to 55 handshakes that ended well.']],
  [
    '10-lockout-two-devices',
    [
      'CONTOSO\\max is locked out, 401.1 with 1909 (ERROR_ACCOUNT_LOCKED_OUT), and 2 devices keep trying: Apple-iPhone15C2/2107.102 at 10.9.0.3 since 08:00:03 UTC (30 401s at /Microsoft-Server-ActiveSync/default.eas, about once a minute); MacOutlook/16.92 at 10.9.0.77 since 08:00:40 UTC (30 401s at /EWS/Exchange.asmx, about once a minute).',
      'Correct the password stored on them before you unlock the account.',
    ],
  ],
];

for (const [name, sentences] of STORIES) {
  test(name, () => {
    const { story } = read(fixture(`logs/stories/${name}.log`));
    assert.deepEqual(story?.summary, sentences);
  });
}

test('what is to be looked at comes first among the attempts and the names', () => {
  const acl = read(fixture('logs/stories/05-probe-hides-acl.log')).story;
  assert.equal(acl?.examples[0]?.outcome, 'acl-denied');
  assert.equal(acl.clients.top[0]?.name, '10.2.0.7');
  const spray = read(fixture('logs/stories/01-spray-then-success.log')).story;
  assert.equal(spray?.examples[0]?.user, 'CONTOSO\\u57');
});

test('a story lasts until its last row', () => {
  const { story } = read(fixture('logs/stories/02-service-password-changed.log'));
  assert.equal(story?.last, '2026-09-01T09:39:00Z');
});
