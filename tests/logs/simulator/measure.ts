/**
 * Measures the reader of logs against simulated truth:
 * `node tests/logs/simulator/measure.ts [--all] [--seed=6] [setting]`; with `--all` also for logs that
 * tell less, and with five seeds from the one given on.
 */
import { compare, type Comparison, together } from './compare.ts';
import { tableOf } from './report.ts';
import { SETTINGS, VARIANTS } from './settings.ts';
import { simulate } from './simulate.ts';

const SEEDS = 5;

const words = process.argv.slice(2);
const first = Number(
  words.find((word) => word.startsWith('--seed='))?.slice('--seed='.length) ?? 1,
);
const names = words.filter((word) => !word.startsWith('--'));
const settings = words.includes('--all') ? [...SETTINGS, ...VARIANTS] : SETTINGS;
for (const setting of settings) {
  if (names.length > 0 && !names.includes(setting.name)) continue;
  const found: Comparison[] = [];
  for (let i = 0; i < SEEDS; i++) found.push(await compare(simulate(setting, first + i)));
  console.log(`${setting.name}: ${tableOf(together(found))}\n`);
}
