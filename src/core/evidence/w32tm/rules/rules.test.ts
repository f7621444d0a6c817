import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decided } from '../../../../../tests/unit/decided.ts';

const CHART = (...samples: string[]) =>
  `Tracking dc01.contoso.com [10.0.0.10:123].\nCollecting ${samples.length} samples.\n${samples.map((one) => `10:20:00, ${one}\n`).join('')}`;
const STATUS = (
  leap: string,
  stratum: string,
  source: string,
  id = '0x0A00000A (source IP:  10.0.0.10)',
) =>
  `Leap Indicator: ${leap}\nStratum: ${stratum}\nPrecision: -23 (119.209ns per tick)\nRoot Delay: 0.01s\nRoot Dispersion: 7.7s\nReferenceId: ${id}\nLast Successful Sync Time: 3/2/2026 10:20:00 AM\nSource: ${source}\nPoll Interval: 10 (1024s)\n`;

const SKEW = 'error w32tm.skew clock-skew';
const FINE = 'ok w32tm.no-skew clock-skew';
const FREE = 'warning w32tm.not-synchronized clock-skew';
const FROM = 'info w32tm.source clock-skew';

/** [what, text, verdict, checks, words of the verdict] */
const ROWS: readonly (readonly [string, string, string, string, RegExp?])[] = [
  ['300 seconds', CHART('+300.0000000s'), FINE, 'clocks passed'],
  ['a little more', CHART('+300.0000001s'), SKEW, 'clocks failed', /is 300 s ahead of/],
  [
    'behind',
    CHART('-00.1s', '-4000.5s'),
    SKEW,
    'clocks failed',
    /dc01\.contoso\.com is 67 min behind/,
  ],
  ['days', CHART('+9000000.0s'), SKEW, 'clocks failed', /104 days ahead/],
  [
    'fine',
    CHART('+00.0021375s', '-00.0035s'),
    FINE,
    'clocks passed',
    /dc01\.contoso\.com differs by 0\.004 s/,
  ],
  ['with a comma', CHART('+00,5000000s'), FINE, 'clocks passed', /by 0\.5 s/],
  [
    'a wrong clock among three',
    'dc02.contoso.com[10.0.0.11:123]:\n    NTP: -412.0s offset from dc01.contoso.com\n',
    SKEW,
    'clocks failed',
    /dc02\.contoso\.com is 412 s behind that of dc01\.contoso\.com/,
  ],
  [
    'silence proves nothing',
    CHART('error: 0x800705B4'),
    'warning w32tm.unmeasured clock-skew',
    'clocks known',
    /says nothing about its time/,
  ],
  ['one of two answers', CHART('error: 0x800705B4', '+00.1s'), FINE, 'clocks passed'],
  [
    'the reference is no code',
    STATUS('0(no warning)', '4 (s)', 'dc01', '0xC000006D (source IP:  192.0.0.109)'),
    FROM,
    'clocks known',
    /takes its time from dc01\.$/,
  ],
  [
    'not synchronized',
    STATUS('3(not synchronized)', '0 (unspecified)', 'dc01'),
    FREE,
    'clocks known',
    /leap indicator 3, source dc01/,
  ],
  [
    'its own clock',
    STATUS('0(no warning)', '1 (p)', 'Local CMOS Clock'),
    FREE,
    'clocks known',
    /Local CMOS Clock/,
  ],
  [
    'the host',
    'VM IC Time Synchronization Provider',
    FROM,
    'clocks known',
    /host of this virtual machine/,
  ],
  [
    'a public server',
    STATUS('0(no warning)', '4 (s)', 'time.windows.com,0x9'),
    FROM,
    'clocks known',
    /not from its domain/,
  ],
  [
    'the domain',
    'Type: NT5DS (Local)\nNtpServer: time.windows.com,0x8 (Local)\n',
    FROM,
    'clocks known',
    /follows the time of its domain/,
  ],
  [
    'no service',
    'w32tm /query /source\nThe following error occurred: The service has not been started. (0x80070426)\n',
    FREE,
    'clocks known',
    /does not run/,
  ],
  [
    'Linux, wrong',
    'Reference ID    : 0A00000A (dc01)\nSystem time     : 412.0 seconds fast of NTP time\n',
    SKEW,
    'clocks failed',
    /dc01 is 412 s behind/,
  ],
];

for (const [name, text, verdict, checks, words] of ROWS) {
  test(name, async () => {
    const { findings, first, checks: settled } = await decided(text);
    assert.equal(findings[0], verdict, findings.join('\n'));
    assert.equal(settled, checks);
    if (words) assert.match(first?.title ?? '', words);
  });
}

test('w32tm itself finds no code in what it prints', async () => {
  for (const [, text] of ROWS) {
    const { findings } = await decided(text);
    assert.deepEqual(
      findings.filter((id) => id.includes('code.')),
      [],
    );
  }
});
