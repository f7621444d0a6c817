/**
 * Finds runs of decimal bytes: what PowerShell prints of a `byte[]`, arrays of C#, Rust, Go and Java
 * (whose bytes are signed), a JSON array, Node's `{"type":"Buffer","data":[...]}`.
 */
import { commentEnd } from './comments.ts';
import { suffixEnd } from './hex.ts';
import { mapEach, type MappedBytes } from './mapped.ts';

/** Bytes that make a run worth looking at. */
const SHORTEST = 9;
/** Characters between two numbers, comments left out. */
const GAP = 24;

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isSeparator = (code: number) => code <= 0x20 || code === 0x2c || code === 0x3b;
const isWord = (code: number) =>
  isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x5f;

interface Run {
  bytes: number[];
  starts: number[];
  ends: number[];
  gap: number;
}

const emptyRun = (): Run => ({ bytes: [], starts: [], ends: [], gap: 0 });

/** Three digits and a sign. */
const NUMBER = /^-?\d{1,3}(?![\d.])/;

/** The byte at `start` and where it ends; undefined when no number of a byte's size stands there. */
function byteAt(text: string, start: number): { value: number; end: number } | undefined {
  const written = NUMBER.exec(text.slice(start, start + 5))?.[0];
  if (written === undefined) return undefined;
  const value = Number(written);
  if (value < -128 || value > 255) return undefined;
  const end = suffixEnd(text, start + written.length);
  return isWord(text.charCodeAt(end)) ? undefined : { value: value & 0xff, end };
}

/** End of the number or word at `start`, with dots and signs, so that its tail is not taken for one. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  for (let code = text.charCodeAt(end); isWord(code) || code === 0x2e;) {
    code = text.charCodeAt(++end);
  }
  return end;
}

/** Runs of at least nine decimal bytes, in order. */
export function findDecimalRuns(text: string): MappedBytes[] {
  const runs: MappedBytes[] = [];
  let run = emptyRun();
  const finish = () => {
    if (run.bytes.length >= SHORTEST) runs.push(mapEach(run.bytes, run.starts, run.ends));
    if (run.bytes.length > 0) run = emptyRun();
  };
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const byte = isDigit(code) || code === 0x2d ? byteAt(text, at) : undefined;
    if (byte) {
      run.bytes.push(byte.value);
      run.starts.push(at);
      run.ends.push(byte.end);
      run.gap = 0;
      at = byte.end;
      continue;
    }
    const comment = run.bytes.length > 0 ? commentEnd(text, at) : at;
    if (comment > at) {
      at = comment;
      continue;
    }
    if (!isSeparator(code) || ++run.gap > GAP) finish();
    at = isWord(code) ? wordEnd(text, at) : at + 1;
  }
  finish();
  return runs;
}
