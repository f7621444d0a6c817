/** A dropped or chosen file as text. */
import { decodeText } from '../../core/bytes/file-text.ts';

/** Bytes read of one file; the decoder says so when the paste is longer than it reads. */
const FILE_BYTES = 16 * 1024 * 1024;

export async function readFile(file: File): Promise<string> {
  return decodeText(new Uint8Array(await file.slice(0, FILE_BYTES).arrayBuffer()));
}
