import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decided } from '../../../../tests/unit/decided.ts';

const ADDRESSES =
  '   IPv4 Address. . . . . . . . . . . : 10.0.0.21(Preferred)\n   Subnet Mask . . . . . . . . . . . : 255.255.255.0\n   Default Gateway . . . . . . . . . : 10.0.0.1\n';
const row = (server: string, client: string) =>
  `#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken\n2026-03-02 08:15:02 ${server} GET / - 80 - ${client} Mozilla/5.0 401 1 2148074252 15\n`;

const FOUND = 'warning case.client-on-server loopback-check';

/** [what, text, whether it is found, two-machines] */
const ROWS: readonly (readonly [string, string, boolean, string])[] = [
  ['the server itself', row('10.0.0.21', '10.0.0.21'), true, 'failed'],
  ['the server by its loopback address', row('10.0.0.21', '127.0.0.1'), true, 'failed'],
  ['another machine', row('10.0.0.21', '10.0.0.93'), false, 'passed'],
  ['the gateway is another machine', row('10.0.0.21', '10.0.0.1'), false, 'passed'],
  ['the addresses of the client', row('10.0.0.5', '10.0.0.21'), false, ''],
  ['the addresses of a third machine', row('10.0.0.5', '10.0.0.6'), false, ''],
];

for (const [name, rows, isFound, state] of ROWS) {
  test(name, async () => {
    const { findings, checks } = await decided(`${rows}\n${ADDRESSES}`);
    assert.equal(findings.includes(FOUND), isFound, findings.join('\n'));
    const settled = /two-machines (failed|passed)/.exec(checks)?.[1] ?? '';
    assert.equal(settled, state);
  });
}

test('addresses alone ask for the row', async () => {
  const { findings, checks } = await decided(ADDRESSES);
  assert.deepEqual(findings, ['info dns.own-addresses loopback-check']);
  assert.equal(checks, 'two-machines known');
});
