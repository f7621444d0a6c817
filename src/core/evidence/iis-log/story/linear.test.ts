/** Eight times the attempts take about eight times as long, whatever they are made to look like. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { fastest } from '../../../../../tests/unit/cpu-time.ts';
import { type Made, tableOf } from '../testing/story-help.ts';
import { storyOf } from './story.ts';

const ATTEMPTS = 5_000;
const TIMES = 8;
/** The square would be 64 times; half of that leaves room for noise. */
const ALLOWED = (TIMES * TIMES) / 2;
/** Milliseconds below which a measurement says nothing. */
const NOISE = 3;

/** Attempts of as many names as there are attempts, or nearly so: each makes groups of its own. */
const SHAPES: Readonly<Record<string, (i: number) => Made>> = {
  sprays: (i) => ({ outcome: 'password-spray', client: `c${i >> 3}`, user: `u${i}`, ms: i }),
  probes: (i) => ({ outcome: 'never-answered', client: `c${i % 400}`, ms: i * 1_000 }),
  retries: (i) => ({
    outcome: 'refused',
    client: `c${i >> 4}`,
    user: `u${i >> 4}`,
    ms: i * 60_000,
  }),
  'locked accounts': (i) => ({
    ...{ outcome: 'account-state', article: 'account-lockout-from-iis' },
    ...{ client: `c${i}`, user: `u${i % 7}`, ms: i },
  }),
  'changes of each client': (i) => ({
    outcome: i % 24 < 12 ? 'accepted-one-leg' : 'refused',
    ...{ client: `c${Math.floor(i / 24)}`, resource: `/${Math.floor(i / 24)}`, ms: i },
  }),
  'users of each address': (i) => ({
    ...{ outcome: 'accepted-two-legs', client: `c${i >> 5}`, user: `u${i}`, ms: (i * 7_919) % 1e6 },
  }),
};

for (const [name, shape] of Object.entries(SHAPES)) {
  test(name, async () => {
    const timeOf = (count: number) => {
      const table = tableOf(Array.from({ length: count }, (_, i) => shape(i)));
      // A filter, as the conclusions on a whole table are drawn once.
      return fastest(() => storyOf(table, { from: 0 }), 3);
    };
    const short = Math.max(NOISE, await timeOf(ATTEMPTS));
    const long = await timeOf(TIMES * ATTEMPTS);
    assert.ok(long < ALLOWED * short, `${short} ms, ${long} ms`);
  });
}
