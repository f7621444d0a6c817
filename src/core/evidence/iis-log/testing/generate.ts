/** Writes logs with a known truth: attempts of every outcome, mixed into ordinary traffic. */
import type { Outcome } from '../../../contract/decoded.ts';
import { random } from '../../../../../tests/logs/random.ts';
import { SCRIPTS } from '../../../../../tests/logs/scripts.ts';
import { row } from './help.ts';

export interface Generated {
  lines: string[];
  truth: Map<Outcome, number>;
  refusals: number;
}

/** `attempts` attempts over some minutes, each of its own client, sorted by time. */
export function generate(seed: number, attempts: number): Generated {
  const next = random(seed);
  const names = Object.keys(SCRIPTS);
  const rows: { at: number; line: string }[] = [];
  const truth = new Map<Outcome, number>();
  let refusals = 0;
  for (let i = 0; i < attempts; i++) {
    const script = SCRIPTS[names[next(names.length)] ?? 'ntlm'];
    if (!script) continue;
    truth.set(script.outcome, (truth.get(script.outcome) ?? 0) + 1);
    const ip = `10.${1 + (i >> 8)}.${i & 255}.7`;
    const stem = `/app/page${next(40)}.aspx`;
    let at = next(1_800);
    for (const [wait, codes, named] of script.steps) {
      at += wait;
      if (codes.startsWith('401')) refusals++;
      const user = named ? `CONTOSO\\user${i}` : '-';
      rows.push({ at, line: row(codes, { time: clock(at), user, ip, stem, taken: next(900) }) });
    }
    // Ordinary traffic of the same client, before and elsewhere.
    const free = { ip, user: `CONTOSO\\user${i}`, stem: '/app/site.css' };
    rows.push({ at, line: row('200 0 0', { ...free, time: clock(at) }) });
  }
  rows.sort((a, b) => a.at - b.at);
  return { lines: rows.map(({ line }) => line), truth, refusals };
}

const two = (value: number) => String(value).padStart(2, '0');
const clock = (at: number) =>
  `${two(8 + Math.floor(at / 3_600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;
