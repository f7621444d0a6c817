/** A code means what it means where it was printed: on IIS, at a client, next to Kerberos. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { articleAt, decode } from '../../../index.ts';

interface Row {
  readonly name: string;
  readonly text: string;
  readonly article: string;
  readonly title: RegExp;
  readonly not?: RegExp;
}

const ROWS: Row[] = [
  {
    name: 'a client without credentials is not in the middle of NTLM on IIS',
    text: '{"net_error":-342,"status":{"security_status":-2146893042}}',
    article: 'client-no-credentials',
    title: /SEC_E_NO_CREDENTIALS/,
    not: /On IIS/,
  },
  {
    name: 'the same number in a row of IIS is',
    text: 'sc-win32-status 2148074254',
    article: '401-1-2148074254',
    title: /On IIS/,
  },
  {
    name: 'an invalid token next to Kerberos is no load balancer',
    text: 'Kerberos logon to HTTP/portal.contoso.com failed with 0x80090308',
    article: 'spn-identity-match',
    title: /SEC_E_INVALID_TOKEN/,
    not: /load balancer/,
  },
  {
    name: 'an invalid token of an acceptor may be either',
    text: 'AcceptSecurityContext returned 0x80090308',
    article: 'spn-identity-match',
    title: /with NTLM, messages of several connections/,
  },
  {
    name: 'an invalid token of IIS may be split NTLM',
    text: 'win32-status: 0x80090308',
    article: 'ntlm-split-by-load-balancer',
    title: /load balancer/,
  },
];

for (const { name, text, article, title, not } of ROWS) {
  test(name, async () => {
    const { findings } = await decode(text);
    const found = findings.find((one) => title.test(one.title));
    assert.ok(found, findings.map((one) => one.title).join('\n'));
    assert.equal(articleAt(found.article), article);
    if (not) assert.doesNotMatch(found.title, not);
  });
}

const HTTP = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\n';

test('a security status next to a 401 decides, and goes first', async () => {
  const { findings } = await decode(`${HTTP}\nInitializeSecurityContext: 0x80090322`);
  assert.equal(findings[0]?.id, 'code.meaning');
  assert.equal(findings[0].severity, 'warning');
});

test('a status that says to go on does not', async () => {
  const { findings } = await decode(`${HTTP}\nInitializeSecurityContext: 0x00090312`);
  assert.notEqual(findings[0]?.id, 'code.meaning');
});

test('the names of the evidence are in the steps, and no row of a log that a client has not', async () => {
  const { findings } = await decode(
    `> GET / HTTP/1.1\n> Host: portal.contoso.com\n< ${HTTP}\ncurl: InitializeSecurityContext 0x80090322`,
  );
  const steps = JSON.stringify(findings.find(({ id }) => id === 'code.meaning')?.next);
  assert.match(steps, /setspn -F -Q HTTP\/portal\.contoso\.com/);
  assert.doesNotMatch(steps, /IIS log/);
});

test('a code with its own text is told once', async () => {
  const { findings } = await decode(
    'System.ComponentModel.Win32Exception (0x80090322): The target principal name is incorrect.',
  );
  assert.deepEqual(
    findings.map(({ id }) => id),
    ['sentence.sspi-wrong-principal'],
  );
});

test('the status in a message is told by the message', async () => {
  const { findings } = await decode(
    "fatal: unable to access 'https://tfs.contoso.com/': The requested URL returned error: 401",
  );
  assert.deepEqual(
    findings.map(({ id }) => id),
    ['sentence.meaning'],
  );
});
