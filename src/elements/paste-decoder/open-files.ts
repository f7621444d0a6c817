/**
 * Files that were dropped or chosen: which are texts, which are logs of any size, which are neither.
 * Those that are too long to be edited are read in the worker only.
 */
import { areLarge, isLarge, isRecording, textOfFile } from '../../core/index.ts';
import { isTooLong, type Piece } from './case-pieces.ts';
import { namesOf } from './file-names.ts';

export interface Opened {
  readonly pieces: readonly Omit<Piece, 'id'>[];
  /** A sentence for each file that is left out. */
  readonly problems: readonly string[];
}

/** First bytes of files that hold no text, and what they are. */
const BINARY: readonly (readonly [magic: string, name: string])[] = [
  ['ElfFile', 'a Windows event log; save the events as XML or text'],
  ['\u0089PNG', 'a picture; paste the text itself'],
  ['\u00ff\u00d8\u00ff', 'a picture; paste the text itself'],
  ['GIF8', 'a picture; paste the text itself'],
  ['%PDF', 'a PDF file; copy the text out of it'],
  ['MZ', 'a program'],
];
/** Bytes that are enough to tell. */
const HEAD = 8;

type IsLog = (file: File) => Promise<boolean>;

/** As soon as one log is no text, all logs become one piece of files; every other file is a piece. */
export async function openFiles(files: readonly File[], isLog: IsLog): Promise<Opened> {
  const problems: string[] = [];
  const readable: File[] = [];
  for (const file of files) {
    const problem = await problemOf(file);
    if (problem === undefined) readable.push(file);
    else problems.push(problem);
  }
  const recordings = await recordingsAmong(readable);
  const logs = await logsAmong(
    readable.filter((file) => !recordings.includes(file)),
    isLog,
  );
  const pieces: Omit<Piece, 'id'>[] = [];
  for (const file of readable.filter((one) => !logs.includes(one))) {
    const piece = await pieceOf(file);
    if (piece) pieces.push(piece);
    else problems.push(unreadable(file));
  }
  if (logs.length > 0) pieces.push({ name: namesOf(logs), text: '', files: logs });
  return { pieces, problems };
}

/** The files that are recordings of packets, of any size. */
async function recordingsAmong(files: readonly File[]): Promise<File[]> {
  const heads = await Promise.all(files.map((file) => bytesOf(file.slice(0, HEAD))));
  return files.filter((_, index) => isRecording(heads[index] ?? new Uint8Array()));
}

/** The files to read as one log of any size. */
async function logsAmong(files: readonly File[], isLog: IsLog): Promise<File[]> {
  if (!areLarge(files)) return [];
  const logs = files.filter((file) => isLarge([file]));
  for (const file of files.filter((one) => !logs.includes(one))) {
    if (await isLog(file)) logs.push(file);
  }
  return logs;
}

/** Why the file is left out; undefined for a file that can be read. */
async function problemOf(file: File): Promise<string | undefined> {
  if (file.size === 0) return `${file.name} is empty, or it is a folder.`;
  const bytes = await bytesOf(file.slice(0, HEAD));
  if (!bytes) return unreadable(file);
  const head = String.fromCharCode(...bytes);
  const binary = BINARY.find(([magic]) => head.startsWith(magic));
  return binary && `${file.name} is ${binary[1]}.`;
}

async function pieceOf(file: File): Promise<Omit<Piece, 'id'> | undefined> {
  const { name, size } = file;
  if (isTooLong(size)) return { name, text: '', files: [file] };
  const bytes = await bytesOf(file);
  // A text area has one kind of line end, and places are counted in it.
  return bytes && { name, text: (await textOfFile(bytes)).replace(/\r\n?/g, '\n') };
}

async function bytesOf(file: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

function unreadable({ name }: File): string {
  return `${name} could not be read: it is a folder, or it was moved, removed or locked after it was chosen.`;
}
