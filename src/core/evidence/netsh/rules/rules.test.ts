import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decided } from '../../../../../tests/unit/decided.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url), 'utf8');

/** [what, text, verdict, checks, words of the verdict] */
const ROWS: readonly (readonly [string, string, string, string, RegExp])[] = [
  [
    'a binding',
    fixture('sslcert'),
    'info netsh.tls-binding collect-server-state',
    '',
    /0\.0\.0\.0:8172 is of a program that gave no id, and HTTP\.sys asks no client/,
  ],
  [
    'client certificates',
    fixture('sslcert-german'),
    'info netsh.tls-binding http-403-neighbours',
    '',
    /192\.0\.2\.4:443 is of IIS, and HTTP\.sys asks every client.*one of 2 bindings/,
  ],
  [
    'a reservation',
    fixture('urlacl'),
    'info netsh.reservation collect-server-state',
    '',
    /reserved for NT SERVICE\\WMSvc/,
  ],
  [
    'queues',
    fixture('servicestate'),
    'info netsh.queue collect-server-state',
    '',
    /HTTP:\/\/\*:80\/ goes to the application pool DefaultAppPool \(process 3248, 1789\)/,
  ],
  [
    'a listen list',
    'IP addresses present in the IP listen list:\n-----\n    10.0.0.21\n',
    'warning netsh.ip-listen collect-server-state',
    '',
    /answers on 10\.0\.0\.21 only/,
  ],
  [
    'a proxy',
    'Current WinHTTP proxy settings:\n\n    Proxy Server(s) :  proxy:8080\n    Bypass List     :  (none)\n',
    'info netsh.winhttp-proxy http-407-proxy-auth',
    'nothing-between known',
    /go through proxy:8080; past it go nothing/,
  ],
  [
    'no proxy',
    'Current WinHTTP proxy settings:\n\n    Direct access (no proxy server).\n',
    'ok netsh.winhttp-proxy http-407-proxy-auth',
    'nothing-between known',
    /use no proxy/,
  ],
];

for (const [name, text, verdict, checks, words] of ROWS) {
  test(name, async () => {
    const { findings, first, checks: settled } = await decided(text);
    assert.equal(findings[0], verdict, findings.join('\n'));
    assert.equal(settled, checks);
    assert.match(first?.title ?? '', words);
    assert.deepEqual(
      findings.filter((one) => one.includes(' code.')),
      [],
    );
  });
}
