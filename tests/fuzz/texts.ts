/** Mutated evidence through every reader, and several pieces of it in one case. */
import { openCase } from '../../src/core/index.ts';
import { random } from '../logs/random.ts';
import { CORPUS } from './corpus.ts';
import { mutated, type Next } from './mutations.ts';
import { Pace, rateOf } from './pace.ts';
import { smaller } from './smaller.ts';
import { wrongWith } from './wrong-with.ts';
import { fastest } from '../unit/cpu-time.ts';

/** How many times the median of its kind an input may take per kilobyte. */
const SLOWEST = 40;

/** Failures of different kinds, before the rest is left. */
const FAILURES = 10;

interface Input {
  readonly name: string;
  readonly kind: string;
  readonly texts: readonly string[];
}

function anyOf(next: Next): (typeof CORPUS)[number] {
  const one = CORPUS[next(CORPUS.length)];
  if (!one) throw new Error('there is nothing to mutate');
  return one;
}

/** One text, two texts glued together, or a case of two. */
function inputOf(next: Next): Input {
  const first = anyOf(next);
  const text = mutated(first.text, next);
  const how = next(8);
  if (how > 1) return { name: first.name, kind: first.kind, texts: [text] };
  const second = anyOf(next);
  const other = mutated(second.text, next);
  const name = `${first.name} and ${second.name}`;
  if (how === 0) return { name, kind: 'case of two', texts: [text, other] };
  const at = next(text.length + 1);
  const glued =
    text.slice(0, at) + (['', '\n', ' ', '\n\n'][next(4)] ?? '') + other + text.slice(at);
  return { name, kind: 'glued', texts: [glued] };
}

const cost = (texts: readonly string[]) =>
  fastest(() => openCase(texts.map((text) => ({ text }))), 5);

/** The same failure, whatever names and numbers are in it. */
function shapeOf(wrong: string): string {
  return wrong.split('\n').slice(0, 2).join('\n').replace(/\d+/g, '#').slice(0, 200);
}

async function printed({ name, texts }: Input, wrong: string): Promise<void> {
  const [only] = texts;
  const shape = shapeOf(wrong);
  const isSame = async (text: string) => shapeOf((await wrongWith([text])) ?? '') === shape;
  const shown = texts.length === 1 && only !== undefined ? [await smaller(only, isSame)] : texts;
  console.log(`${name}: ${wrong}\n  ${JSON.stringify(shown)}`);
}

/** Tries `runs` inputs, the same ones for the same seed, and returns the number of failures. */
export async function fuzzTexts(runs: number, seed: number): Promise<number> {
  const failures = new Set<string>();
  const pace = new Pace();
  let run = 0;
  for (; run < runs && failures.size < FAILURES; run++) {
    const input = inputOf(random(1 + ((seed * 1_000_003 + run * 7_919) % 2_147_483_646)));
    const start = performance.now();
    const wrong = await wrongWith(input.texts);
    const rate = rateOf(input.texts, performance.now() - start);
    pace.add(input.kind, { name: input.name, texts: input.texts, rate });
    if (wrong === undefined || failures.has(shapeOf(wrong))) continue;
    failures.add(shapeOf(wrong));
    await printed(input, wrong);
  }
  const slow = await pace.slowest(cost);
  for (const { name, kind, rate, ratio, texts } of slow.filter(({ ratio }) => ratio > SLOWEST)) {
    failures.add(`slow ${name}`);
    console.log(`${name} takes ${ratio.toFixed(0)} times the median of ${kind},`);
    console.log(`  ${rate.toFixed(2)} ms per kB: ${JSON.stringify(texts)}`);
  }
  for (const { name, kind, ratio, rate } of slow.slice(0, 3)) {
    const times = `${ratio.toFixed(1)} times the median of ${kind}`;
    console.log(`slowest: ${name}, ${rate.toFixed(2)} ms per kB, ${times}`);
  }
  console.log(`texts: ${run} inputs, ${failures.size} failures`);
  return failures.size;
}
