/** Files that were dropped or chosen: which are texts, which are logs of any size, which are neither. */
import { decodeText, isLarge } from '../../core/index.ts';
import type { Piece } from './case-pieces.ts';
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

/** Reads what is a text; as soon as one log is no text, all of them become one piece of files. */
export async function openFiles(
  files: readonly File[],
  isLog: (text: string) => Promise<boolean>,
): Promise<Opened> {
  const problems: string[] = [];
  const texts: { file: File; text: string }[] = [];
  const logs = files.filter((file) => isLarge([file]));
  const isGroup = logs.length > 0;
  for (const file of files.filter((one) => !logs.includes(one))) {
    const text = await textOf(file);
    if (typeof text !== 'string') problems.push(text.problem);
    else if (isGroup && (await isLog(text))) logs.push(file);
    else texts.push({ file, text });
  }
  const pieces = texts.map(({ file, text }) => ({ name: file.name, text }));
  const ofLogs = isGroup ? [{ name: namesOf(logs), text: '', files: logs }] : [];
  return { pieces: [...pieces, ...ofLogs], problems };
}

async function textOf(file: File): Promise<string | { problem: string }> {
  if (file.size === 0) return { problem: `${file.name} is empty, or it is a folder.` };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return {
      problem: `${file.name} could not be read: it is a folder, or it was moved, removed or locked after it was chosen.`,
    };
  }
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const binary = BINARY.find(([magic]) => head.startsWith(magic));
  if (binary) return { problem: `${file.name} is ${binary[1]}.` };
  // A text area has one kind of line end, and places are counted in it.
  return decodeText(bytes).replace(/\r\n?/g, '\n');
}
