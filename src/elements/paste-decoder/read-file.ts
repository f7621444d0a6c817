/** A dropped or chosen file as text. */
import { decodeText } from '../../core/text/file-text.ts';

export async function readFile(file: File): Promise<string> {
  return decodeText(new Uint8Array(await file.arrayBuffer()));
}
