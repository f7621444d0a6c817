/** Reads in the worker what is too long to be edited: logs row by row, everything else as a text. */
import {
  type CaseInput,
  decodeText,
  isLarge,
  isPacked,
  isRecording,
  KIND_NAMES,
  kindsIn,
  type Options,
  PASTE_LENGTH,
  type Problem,
  textOfFile,
} from '../../core/index.ts';
import type { FileProgress } from './protocol.ts';

export { excerptOf, tellingPlaces } from '../../core/index.ts';

/** More bytes than one UTF-16 code unit takes up in any encoding. */
const WIDEST = 4;
/** Bytes at both ends of a log that are looked at for something else. */
const ENDS = 16 * 1024;

/** The files of one piece. Rejects with a sentence to show. */
export async function readPiece(
  files: readonly File[],
  options: Options,
  onProgress: (progress: FileProgress) => void,
): Promise<CaseInput> {
  const [file] = files;
  if (!file) throw new Error('A piece of files has one at least.');
  if (files.length === 1 && (await startsRecording(file))) {
    return { text: await textOfFile(new Uint8Array(await file.arrayBuffer())) };
  }
  if (!isLarge(files)) return { text: await beginningOf(file) };
  const { readLarge } = await import('./read-large.ts');
  const read = await readLarge(files, options, onProgress);
  const { text, reading } = read;
  if (files.length > 1 || isPacked(file) || !reading) return read;
  if (reading.kinds.length === 0) return { text: await beginningOf(file) };
  const problems = [...(reading.problems ?? []), ...(await notRead(file))];
  return { text, reading: { ...reading, problems } };
}

/** Bytes that tell a recording from a text. */
const HEAD = 16;

async function startsRecording(file: File): Promise<boolean> {
  return isRecording(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
}

/** What is with the rows of a log: evidence that was copied together with it. */
async function notRead(file: File): Promise<Problem[]> {
  const kinds = new Set<string>();
  for (const end of [file.slice(0, ENDS), file.slice(-ENDS)]) {
    for (const kind of await kindsIn(decodeText(new Uint8Array(await end.arrayBuffer())))) {
      if (kind !== 'log' && kind !== 'code' && kind !== 'unknown') kinds.add(KIND_NAMES[kind]);
    }
  }
  return [...kinds].map((name) => ({
    message: `Only the log rows were read. There is ${name}, too: add it as a piece of its own.`,
    at: { start: 0, end: 0 },
  }));
}

/** As much of a file as is read of a text, and a little more where it is longer. */
async function beginningOf(file: File): Promise<string> {
  const bytes = await file.slice(0, WIDEST * PASTE_LENGTH).arrayBuffer();
  // A text area has one kind of line end, and places are counted in it.
  return decodeText(new Uint8Array(bytes)).replace(/\r\n?/g, '\n');
}
