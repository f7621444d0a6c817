/** Pieces of sentences: agents, paces, times. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { agentWords, isBrowser } from '../agents.ts';
import { clockFor, every, lengthOf } from './clock.ts';

const WINDOWS = 'Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)';
const WEBKIT = 'AppleWebKit/537.36+(KHTML,+like+Gecko)';

/** [agent as it is logged, in words, is it a browser] */
const AGENTS: [string, string, boolean][] = [
  [
    `${WINDOWS}+${WEBKIT}+Chrome/131.0.0.0+Safari/537.36+Edg/131.0.0.0`,
    'Edge 131 on Windows',
    true,
  ],
  [`${WINDOWS}+${WEBKIT}+Chrome/109.0.0.0+Safari/537.36`, 'Chrome 109 on Windows', true],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
    'Firefox 133 on Linux',
    true,
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
    'Safari 18 on macOS',
    true,
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    'Safari 18 on iOS',
    true,
  ],
  [
    'Mozilla/5.0+(Windows+NT+10.0;+WOW64;+Trident/7.0;+rv:11.0)+like+Gecko',
    'Internet Explorer 11 on Windows',
    true,
  ],
  [
    'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64)',
    'Internet Explorer 7 on Windows',
    true,
  ],
  ['Mozilla/5.0 (compatible; Uptime/2.0)', 'Mozilla/5.0 (compatible; Uptime/2.0)', false],
  ['ELB-HealthChecker/2.0', 'ELB-HealthChecker/2.0', false],
  ['Apple-iPhone15C2/2107.102', 'Apple-iPhone15C2/2107.102', false],
  ['x'.repeat(200), `${'x'.repeat(60)}…`, false],
];

for (const [agent, words, browser] of AGENTS) {
  test(words, () => {
    assert.equal(agentWords(agent), words);
    assert.equal(isBrowser(agent), browser);
  });
}

/** [seconds, in words] */
const PACES: [number, string][] = [
  [0.1, 'several times a second'],
  [1, 'every 1 s'],
  [30, 'every 30 s'],
  [60, 'once a minute'],
  [64, 'once a minute'],
  [75, 'every 75 s'],
  [300, 'every 5 minutes'],
  [3_600, 'once an hour'],
  [7_200, 'every 2 hours'],
];

for (const [seconds, words] of PACES) {
  test(`${seconds} s: ${words}`, () => {
    assert.equal(every(seconds * 1_000), words);
  });
}

test('lengths of time', () => {
  assert.deepEqual([1_000, 90_000, 180_000, 7_200_000].map(lengthOf), [
    '1 s',
    '90 s',
    '3 minutes',
    '2 hours',
  ]);
});

test('times are rounded to the second, with the date where there are several days', () => {
  const start = Date.UTC(2026, 2, 2, 8, 15, 2);
  const day = clockFor('utc', start, start + 60_000);
  assert.equal(day.at(start - 30), '08:15:02 UTC');
  assert.equal(day.range(start, start + 60_000), 'from 08:15:02 to 08:16:02 UTC');
  assert.equal(day.range(start, start + 100), 'at 08:15:02 UTC');
  assert.equal(day.between(start, start + 60_000), 'between 08:15:02 and 08:16:02 UTC');
  const days = clockFor('local', start, start + 86_400_000);
  assert.equal(days.at(start), '2026-03-02 08:15:02 server time');
});
