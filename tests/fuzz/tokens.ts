/**
 * Mutated tokens: nothing throws, every byte has one field, and no input takes longer than 50 ms per
 * 10 kB.
 */
import {
  bytesOf,
  decodeBytes,
  FIXTURES,
  gapsIn,
} from '../../src/core/evidence/token/testing/fixtures.ts';

const TOKENS = FIXTURES.map(({ base64 }) => bytesOf(base64));

/** Milliseconds per byte, and the least any input may take. */
const SLOWEST = 50 / 10_000;
const ALLOWANCE = 5;

let state = 1;
/** A whole number below `below`, the same sequence for the same seed. */
function next(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

/** A token, perhaps cut, with one to six bytes changed, left out or put in. */
function mutated(): Uint8Array {
  const token = TOKENS[next(TOKENS.length)] ?? new Uint8Array();
  const bytes = [...token.subarray(0, next(4) === 0 ? 1 + next(token.length) : token.length)];
  for (let change = 0; change <= next(6); change++) {
    const at = next(bytes.length);
    const kind = next(3);
    if (kind === 0) bytes[at] = next(256);
    else if (kind === 1) bytes.splice(at, 1);
    else bytes.splice(at, 0, next(256));
  }
  return Uint8Array.from(bytes);
}

/** Milliseconds the fastest of a few tries takes: a busy machine slows down any one of them. */
function timeOf(bytes: Uint8Array, tries: number): number {
  let fastest = Infinity;
  for (
    let attempt = 0;
    attempt < tries && fastest > ALLOWANCE + SLOWEST * bytes.length;
    attempt++
  ) {
    const start = performance.now();
    decodeBytes(bytes);
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

function wrongWith(bytes: Uint8Array): string | undefined {
  try {
    const took = timeOf(bytes, 5);
    if (took > ALLOWANCE + SLOWEST * bytes.length) return `took ${took.toFixed(0)} ms`;
    const { token } = decodeBytes(bytes);
    return gapsIn(token.fields, bytes.length)[0];
  } catch (error) {
    return String(error);
  }
}

/** Tries `runs` tokens, the same ones for the same seed, and returns the number of failures. */
export function fuzzTokens(runs: number, seed: number): number {
  state = seed >>> 0;
  let failures = 0;
  let run = 0;
  for (; run < runs && failures < 10; run++) {
    const bytes = mutated();
    const wrong = wrongWith(bytes);
    if (wrong === undefined) continue;
    failures++;
    console.log(`${wrong}\n  ${Buffer.from(bytes).toString('hex')}`);
  }
  console.log(`tokens: ${run} inputs, ${failures} failures`);
  return failures;
}
