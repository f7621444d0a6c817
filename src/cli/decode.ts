/**
 * `npm run --silent decode -- [options] [FILE ... | -]`: the decoder of the site in a terminal. Prints
 * nothing but the result on standard output, and one sentence on standard error when it cannot.
 */
import { parseArguments, USAGE } from './arguments.ts';
import { readInput } from './input.ts';
import { queryFor } from './query.ts';
import { report } from './report.ts';
import { terminalJson, terminalText } from '../core/index.ts';
import { coloured, plain, type Layout } from './terminal.ts';

const USAGE_ERROR = 2;
const WIDTH = { narrowest: 60, widest: 120, unknown: 100 };

/** What goes to standard output, with notes for standard error, or the sentence for it alone. */
async function run(
  args: readonly string[],
): Promise<{ result: string; notes?: readonly string[] } | { error: string }> {
  const options = parseArguments(args);
  if ('error' in options) return options;
  if (options.help) return { result: USAGE };
  if (options.files.length === 0 && !options.stdin && process.stdin.isTTY) {
    return { error: `Give a FILE, or pipe something in.\n\n${USAGE.trimEnd()}` };
  }
  const input = await readInput(options);
  if ('error' in input) return input;
  const { inputs, decoded } = input;
  if (options.query !== undefined) return queryFor(options.query, decoded);
  if (options.json) return { result: `${terminalJson(decoded)}\n` };
  return { result: report(decoded, inputs, layout()) };
}

function layout(): Layout {
  // A pipe has no columns, whatever the type says.
  const columns = (process.stdout.columns as number | undefined) ?? WIDTH.unknown;
  const isPlain = !process.stdout.isTTY || Boolean(process.env.NO_COLOR);
  return {
    width: Math.max(WIDTH.narrowest, Math.min(WIDTH.widest, columns)),
    paint: isPlain ? plain : coloured,
  };
}

// A reader that has seen enough, such as head, closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const outcome = await run(process.argv.slice(2));
if ('result' in outcome) {
  process.stdout.write(outcome.result);
  for (const note of outcome.notes ?? []) process.stderr.write(`${terminalText(note)}\n`);
} else {
  const lines = outcome.error.split('\n').map(terminalText);
  process.stderr.write(`decode: ${lines.join('\n')}\n`);
  process.exitCode = USAGE_ERROR;
}
