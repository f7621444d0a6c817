/** How well the reader has to do. Attempts of several mornings count together, or rare outcomes would not. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { compare, type Comparison, together } from './compare.ts';
import { tableOf, totalsOf, wrongShare } from './report.ts';
import { SETTINGS } from './settings.ts';
import { simulate } from './simulate.ts';

const SEEDS = [11, 12, 13];

/** Share of attempts that may be reported wrongly. */
const WRONG: Readonly<Record<string, number>> = {
  own: 0.01,
  forwarded: 0.01,
  central: 0.01,
  shared: 0.03,
};
/** An outcome that is true so often may be counted so much too often or too rarely, as a share. */
const MANY = 30;
const OFF = 0.1;

/** Registers a test for each setting. */
export function testThresholds(): void {
  for (const setting of SETTINGS) {
    test(`${setting.name}: attempts are what they were in truth`, async () => {
      const found: Comparison[] = [];
      for (const seed of SEEDS) found.push(await compare(simulate(setting, seed)));
      const all = together(found);
      const most = WRONG[setting.name] ?? 0;
      assert.ok(wrongShare(all) <= most, tableOf(all));
      for (const { outcome, truth, reported } of totalsOf(all)) {
        const isCounted = truth < MANY || outcome.startsWith('accepted');
        assert.ok(isCounted || Math.abs(reported - truth) <= OFF * truth, tableOf(all));
      }
    });
  }
}
