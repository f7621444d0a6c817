/**
 * `npm run --silent decode -- [options] [FILE | -]`: the decoder of the site in a terminal. Prints
 * nothing but the result on standard output, and one sentence on standard error when it cannot.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decode } from '../core/index.ts';
import { parseArguments, USAGE, type Options } from './arguments.ts';
import { logQuery } from './query.ts';
import { report } from './report.ts';
import { coloured, plain, visible, visibleJson, type Layout } from './terminal.ts';
import { decodeText } from '../core/bytes/file-text.ts';

const USAGE_ERROR = 2;
const WIDTH = { narrowest: 60, widest: 120, unknown: 100 };

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOENT: 'no such file',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

/** What goes to standard output, with notes for standard error, or the sentence for it alone. */
async function run(
  args: readonly string[],
): Promise<{ result: string; notes?: readonly string[] } | { error: string }> {
  const options = parseArguments(args);
  if ('error' in options) return options;
  if (options.help) return { result: USAGE };
  if (options.file === undefined && !options.stdin && process.stdin.isTTY) {
    return { error: `Give a FILE, or pipe something in.\n\n${USAGE.trimEnd()}` };
  }
  const bytes = await read(options);
  if (typeof bytes === 'string') return { error: bytes };
  const text = decodeText(bytes);
  const decoded = await decode(text, options);
  if (options.query !== undefined) return logQuery(options.query, decoded.log);
  if (options.json) return { result: `${visibleJson(decoded)}\n` };
  return { result: report(decoded, text, layout()) };
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

/** The bytes of the input, or the sentence that says why there are none. */
async function read({ file }: Options): Promise<Uint8Array | string> {
  try {
    return file === undefined ? await buffer(process.stdin) : await readFile(fromCaller(file));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return `Cannot read ${JSON.stringify(file ?? '-')}: ${REASONS[code] ?? (code || String(error))}.`;
  }
}

/** npm runs scripts in the package's folder; a relative path is meant from where npm was called. */
function fromCaller(file: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env;
  return script === 'decode' && caller !== undefined ? resolve(caller, file) : file;
}

// A reader that has seen enough, such as head, closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const outcome = await run(process.argv.slice(2));
if ('result' in outcome) {
  process.stdout.write(outcome.result);
  for (const note of outcome.notes ?? []) process.stderr.write(`${visible(note)}\n`);
} else {
  const lines = outcome.error.split('\n').map(visible);
  process.stderr.write(`decode: ${lines.join('\n')}\n`);
  process.exitCode = USAGE_ERROR;
}
