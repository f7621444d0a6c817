/**
 * Mutated input in numbers: `npm run fuzz [runs] [seed]`, 200,000 tokens and 1 unless told otherwise,
 * and a tenth as many texts. Nothing throws, every place lies in its text, no name gets into a command,
 * and no input takes much longer than others of its kind. Ends with 1 and the input when something is
 * wrong.
 */
import { fuzzTexts } from './texts.ts';
import { fuzzTokens } from './tokens.ts';

const [runs = 200_000, seed = 1] = process.argv.slice(2).map(Number);
const failures = fuzzTokens(runs, seed) + (await fuzzTexts(Math.ceil(runs / 10), seed));
process.exitCode = failures > 0 ? 1 : 0;
