/**
 * Measures the reader of logs against simulated truth:
 * `node tests/logs/simulator/measure.ts [--all] [setting]`; with `--all` also for logs that tell less.
 */
import { compare, type Comparison, together } from './compare.ts';
import { tableOf } from './report.ts';
import { SETTINGS, VARIANTS } from './settings.ts';
import { simulate } from './simulate.ts';

const SEEDS = [1, 2, 3, 4, 5];

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const settings = words.includes('--all') ? [...SETTINGS, ...VARIANTS] : SETTINGS;
for (const setting of settings) {
  if (names.length > 0 && !names.includes(setting.name)) continue;
  const found: Comparison[] = [];
  for (const seed of SEEDS) found.push(await compare(simulate(setting, seed)));
  console.log(`${setting.name}: ${tableOf(together(found))}\n`);
}
