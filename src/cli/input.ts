/**
 * What the command line reads. Each file is a piece of evidence of one case. Logs that are packed or
 * too large for a text are read as a log of any size, and all other logs with them.
 */
import { constants, openAsBlob } from 'node:fs';
import { access, open, readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import {
  areLarge,
  type CaseInput,
  type Decoded,
  type FileReading,
  isLarge,
  isLogOnly,
  isRecording,
  type LogSource,
  openCase,
  readFiles,
  sourcesOf,
  textOfFile,
} from '../core/index.ts';
import type { Options } from './arguments.ts';
import { fileSource } from './file-source.ts';
import { LogOfThreads, ThreadsFailed } from './threads.ts';

/** Bytes of logs that are worth the start of threads. */
const LONG = 32 * 1024 * 1024;
/** Bytes that tell a recording from a text. */
const HEAD = 16;

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOENT: 'no such file',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

export interface Input {
  /** The pieces of evidence that the spans of `decoded` count in. */
  inputs: readonly CaseInput[];
  decoded: Decoded;
}

/** A file, with its text unless it is read as a log of any size. */
interface Piece {
  readonly path: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly text?: string;
}

/** The decoded case, or the sentence that says why there is none. */
export async function readInput(options: Options): Promise<Input | { error: string }> {
  const paths = options.files.map(fromCaller);
  for (const [i, path] of paths.entries()) {
    const problem = await problemOf(path);
    if (problem !== undefined) return { error: cannotRead(options.files[i], problem) };
  }
  try {
    const inputs =
      paths.length === 0
        ? [{ text: await textOfFile(await buffer(process.stdin)) }]
        : await inputsOf(paths, options);
    return { inputs, decoded: await openCase(inputs, options) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) return { error: message };
    return { error: cannotRead(options.files[0], REASONS[code] ?? code) };
  }
}

/** In the order of the files; logs that are read together stand where the first of them stands. */
async function inputsOf(paths: readonly string[], options: Options): Promise<CaseInput[]> {
  const pieces = await Promise.all(paths.map(pieceOf));
  const logs = await logsAmong(pieces);
  const [first] = logs;
  const inputs: CaseInput[] = [];
  for (const piece of pieces) {
    if (piece === first) inputs.push(await readLogs(logs, options));
    else if (!logs.includes(piece)) inputs.push({ name: piece.name, text: piece.text ?? '' });
  }
  return inputs;
}

async function pieceOf(path: string): Promise<Piece> {
  const name = basename(path);
  const { size } = await stat(path);
  const isText = isRecording(await headOf(path)) || !isLarge([{ name, size }]);
  return { path, name, size, ...(isText && { text: await textOfFile(await readFile(path)) }) };
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(HEAD), 0, HEAD, null);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The files to read as one log of any size: all logs, when they are too much for texts. */
async function logsAmong(pieces: readonly Piece[]): Promise<Piece[]> {
  if (!areLarge(pieces)) return [];
  const logs: Piece[] = [];
  for (const piece of pieces) {
    if (piece.text === undefined || (await isLogOnly(piece.text))) logs.push(piece);
  }
  return logs;
}

async function readLogs(logs: readonly Piece[], options: Options): Promise<CaseInput> {
  const files = await Promise.all(
    logs.map(async ({ name, path }) => ({ name, path, blob: await openAsBlob(path) })),
  );
  const sources = await sourcesOf(files, fileSource);
  const read = await readSources(sources, options);
  return { name: logs.map(({ name }) => name).join(', '), ...read };
}

/** Large logs are read by several threads; where these fail, by this one. */
async function readSources(sources: readonly LogSource[], options: Options): Promise<FileReading> {
  const size = sources.reduce((sum, source) => sum + source.size, 0);
  const isLong = size >= LONG && availableParallelism() > 1;
  if (!isLong || options.columns?.length) return readFiles(sources, options);
  const names = sources.map(({ name }) => (sources.length > 1 ? name : undefined));
  const reader = new LogOfThreads(names);
  try {
    return await readFiles(sources, options, { reader });
  } catch (error) {
    if (!(error instanceof ThreadsFailed)) throw error;
    return await readFiles(sources, options);
  } finally {
    await reader.close();
  }
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
