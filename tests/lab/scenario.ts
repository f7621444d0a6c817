/** What a row of the lab's table says: how traffic is made, and what is known of it beforehand. */
import type { Token } from '../../src/core/index.ts';
import type { Traffic } from './clients.ts';
import type { Lab } from './lab.ts';

export interface Scenario {
  name: string;
  /** The programs on both sides, and what is special about them. */
  how: string;
  make: (lab: Lab) => Promise<Traffic>;
  expected: (lab: Lab) => Expected;
}

export interface Expected {
  /** Status of the last answer. */
  status: number;
  /** Id of the first finding. */
  finding: string;
  /** Every token of the traffic in order; what is not stated is not known by construction. */
  tokens: readonly Known<Token>[];
}

/** Parts of a value. Lists are known whole. */
export type Known<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: Known<T[K]> | undefined }
    : T;
