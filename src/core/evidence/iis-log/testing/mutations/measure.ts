/** Runs every mutation over many generated logs. */
import { BY_HAND, type Mutation } from './by-hand.ts';
import { BY_TOOLS } from './by-tools.ts';
import { OTHER_FORMATS } from './other-formats.ts';
import { addTo, type Score, scoreOf } from './score.ts';
import { anyTable, random } from './tables.ts';

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  ...BY_HAND,
  ...BY_TOOLS,
  ...OTHER_FORMATS,
};

/** The score of one mutation over `logs` logs; the same in every run. */
export function measure(name: string, logs: number): Score {
  const score = scoreOf(name);
  const mutate = MUTATIONS[name];
  for (let seed = 1; mutate && seed <= logs; seed++) {
    const next = random(seed);
    const table = anyTable(next);
    const written = mutate(table, next);
    const { text, kept } = typeof written === 'string' ? { text: written, kept: table } : written;
    addTo(score, text, kept);
  }
  return score;
}
