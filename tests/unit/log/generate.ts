/** Writes logs with a known truth: attempts of every outcome, mixed into ordinary traffic. */
import type { Outcome } from '../../../src/core/decoded.ts';
import { row } from './help.ts';

/** Park and Miller's minimal generator: the same numbers in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A step: seconds after the one before, codes, and whether the row has the user's name. */
type Step = [wait: number, codes: string, named?: boolean];

const SCRIPTS: Readonly<Record<string, { outcome: Outcome; steps: Step[] }>> = {
  kerberos: {
    outcome: 'accepted-one-leg',
    steps: [
      [0, '401 2 5'],
      [0, '200 0 0', true],
    ],
  },
  notFound: {
    outcome: 'accepted-one-leg',
    steps: [
      [0, '401 2 5'],
      [1, '404 0 2', true],
    ],
  },
  ntlm: {
    outcome: 'accepted-two-legs',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [1, '200 0 0', true],
    ],
  },
  iis6: {
    outcome: 'accepted-two-legs',
    steps: [
      [0, '401 2 2148074254'],
      [0, '401 1 0'],
      [0, '304 0 0', true],
    ],
  },
  atOnce: {
    outcome: 'accepted-two-legs',
    steps: [
      [0, '401 1 2148074254'],
      [0, '200 0 0', true],
    ],
  },
  typed: {
    outcome: 'accepted-after-prompt',
    steps: [
      [0, '401 2 5'],
      [25, '401 1 2148074254'],
      [0, '200 0 0', true],
    ],
  },
  second: {
    outcome: 'accepted-after-prompt',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [0, '401 1 2148074252'],
      [14, '401 1 2148074254'],
      [0, '200 0 0', true],
    ],
  },
  silent: { outcome: 'never-answered', steps: [[0, '401 2 5']] },
  halfway: {
    outcome: 'abandoned',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
    ],
  },
  refused: {
    outcome: 'refused',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [0, '401 1 2148074252'],
    ],
  },
  basic: {
    outcome: 'refused',
    steps: [
      [0, '401 2 5'],
      [3, '401 1 1326', true],
    ],
  },
  loop: {
    outcome: 'prompt-loop',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [0, '401 1 2148074252'],
      [9, '401 1 2148074254'],
      [0, '401 1 2148074252'],
      [11, '401 1 2148074254'],
      [0, '401 1 2148074252'],
    ],
  },
  locked: {
    outcome: 'account-state',
    steps: [
      [0, '401 2 5'],
      [2, '401 1 1909', true],
    ],
  },
  noRight: {
    outcome: 'logon-right',
    steps: [
      [0, '401 2 5'],
      [1, '401 1 1385', true],
    ],
  },
  binding: {
    outcome: 'channel-binding',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [0, '401 1 2148074310'],
    ],
  },
  split: {
    outcome: 'broken-handshake',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074248'],
    ],
  },
  acl: {
    outcome: 'acl-denied',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [0, '401 3 5', true],
    ],
  },
  early: { outcome: 'preauthenticated', steps: [[0, '401 1 2148074254']] },
  app: { outcome: 'application', steps: [[0, '401 0 0']] },
  filter: { outcome: 'filter-or-handler', steps: [[0, '401 4 5']] },
};

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
