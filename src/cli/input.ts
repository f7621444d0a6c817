/** What the command line reads: one input as a paste, or large, packed or several files as one log. */
import { constants, openAsBlob } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decodeText } from '../core/text/file-text.ts';
import { decode, type Decoded } from '../core/index.ts';
import { isLarge } from '../core/evidence/iis-log/file/is-large.ts';
import { readFiles } from '../core/evidence/iis-log/file/read-files.ts';
import { sourcesOf } from '../core/evidence/iis-log/file/sources.ts';
import type { Options } from './arguments.ts';
import { fileSource } from './file-source.ts';
import { threadedLanes } from './lanes.ts';

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOENT: 'no such file',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

export interface Input {
  /** What the spans of `decoded` count from: the input, or an excerpt of a large one. */
  text: string;
  decoded: Decoded;
}

/** The decoded input, or the sentence that says why there is none. */
export async function readInput(options: Options): Promise<Input | { error: string }> {
  const paths = options.files.map(fromCaller);
  for (const [i, path] of paths.entries()) {
    const problem = await problemOf(path);
    if (problem !== undefined) return { error: cannotRead(options.files[i], problem) };
  }
  try {
    if (isLarge(await Promise.all(paths.map(named)))) return await readLarge(paths, options);
    const [path] = paths;
    const bytes = path === undefined ? await buffer(process.stdin) : await readFile(path);
    const text = decodeText(bytes);
    return { text, decoded: await decode(text, options) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) return { error: message };
    return { error: cannotRead(options.files[0], REASONS[code] ?? code) };
  }
}

async function readLarge(paths: readonly string[], options: Options): Promise<Input> {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), path, blob: await openAsBlob(path) })),
  );
  const sources = await sourcesOf(files, fileSource);
  const lanes = await threadedLanes();
  try {
    return await readFiles(sources, options, { lanes });
  } finally {
    await lanes.close();
  }
}

async function named(path: string): Promise<{ name: string; size: number }> {
  return { name: path, size: (await stat(path)).size };
}

/** Why the file cannot be opened; undefined when it can. */
async function problemOf(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).isDirectory()) return REASONS.EISDIR;
    await access(path, constants.R_OK);
    return undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return REASONS[code] ?? (code || String(error));
  }
}

function cannotRead(file: string | undefined, reason: string): string {
  return `Cannot read ${JSON.stringify(file ?? '-')}: ${reason}.`;
}

/** npm runs scripts in the package's folder; a relative path is meant from where npm was called. */
function fromCaller(file: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env;
  return script === 'decode' && caller !== undefined ? resolve(caller, file) : file;
}
