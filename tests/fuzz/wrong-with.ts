/** What must hold for any input at all; says in a sentence what does not. */
import { type CaseInput, type Decoded, openCase, type Step } from '../../src/core/index.ts';
import { isKnownCommand } from './command-shapes.ts';

function commandsIn({ findings, asks }: Decoded): string[] {
  const steps: Step[] = [
    ...findings.flatMap(({ next = [] }) => next),
    ...asks.map(({ step }) => step),
  ];
  return steps.flatMap((step) => ('run' in step ? [step.run] : []));
}

/** A place of the text; ranges of a token's bytes have the same shape. */
function isSpan(key: string, value: object): value is { start: number; end: number } {
  return key !== 'bytes' && 'start' in value && 'end' in value && typeof value.start === 'number';
}

function wrongSpan(
  { start, end, source = '1' }: { start: number; end: number; source?: string },
  inputs: readonly CaseInput[],
): boolean {
  const length = inputs[Number(source) - 1]?.text.length ?? -1;
  return !Number.isInteger(start) || !(start >= 0 && start <= end && end <= length);
}

/** Goes through everything that came out; a list of its own, as a token may be nested deeply. */
function wrongValue(decoded: Decoded, inputs: readonly CaseInput[]): string | undefined {
  const open: [path: string, key: string, value: unknown][] = [['', '', decoded]];
  for (let last = open.pop(); last; last = open.pop()) {
    const [path, key, value] = last;
    const isPlain = ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
    if (isPlain || value === null || value === undefined) continue;
    if (typeof value !== 'object')
      return `${path} is a ${typeof value} or no finite number, which JSON does not have`;
    const proto: unknown = Object.getPrototypeOf(value);
    if (![Object.prototype, Array.prototype, null].includes(proto as object | null))
      return `${path} is a ${value.constructor.name}, which JSON does not have`;
    if (isSpan(key, value) && wrongSpan(value, inputs))
      return `${path} is ${JSON.stringify(value)}, which is not in the text`;
    for (const [name, inner] of Object.entries(value)) open.push([`${path}.${name}`, name, inner]);
  }
  return undefined;
}

/** Failures inside readers end as problems, so that the rest can be read; here they are failures. */
const FAILED = /^Reading this as .* evidence failed|could not be loaded/;

/** What is wrong with the case of these texts; undefined when nothing is. */
export async function wrongWith(texts: readonly string[]): Promise<string | undefined> {
  const inputs = texts.map((text) => ({ text }));
  try {
    const decoded = await openCase(inputs);
    JSON.stringify(decoded);
    const failed = decoded.problems.find(({ message }) => FAILED.test(message));
    if (failed) return failed.message;
    const command = commandsIn(decoded).find((line) => !isKnownCommand(line));
    if (command !== undefined) return `a command that the source does not have: ${command}`;
    return wrongValue(decoded, inputs);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
