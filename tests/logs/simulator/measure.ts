/**
 * Measures the reader of logs against simulated truth: `node tests/logs/simulator/measure.ts [setting]`.
 */
import { SETTINGS } from './settings.ts';
import { simulate } from './simulate.ts';
import { compare, type Comparison, merge } from './compare.ts';
import { tableOf } from './report.ts';

const SEEDS = [1, 2, 3];

const [only] = process.argv.slice(2);
for (const setting of SETTINGS) {
  if (only !== undefined && setting.name !== only) continue;
  const found: Comparison[] = [];
  for (const seed of SEEDS) found.push(await compare(simulate(setting, seed)));
  console.log(`== ${setting.name}`);
  console.log(tableOf(merge(found)));
}
