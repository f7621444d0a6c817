/**
 * The text that a file stands for. Recordings in binary are written as a text, in which every place
 * counts from then on; everything else is decoded.
 */
import { isCapture } from '../evidence/capture/magic.ts';
import { decodeText } from '../text/file-text.ts';

/** Is a file that begins so written as a text, instead of decoded? `bytes`: eight or more of them. */
export function isRecording(bytes: Uint8Array): boolean {
  return isCapture(bytes);
}

/** Never rejects for what is in the file. */
export async function textOfFile(bytes: Uint8Array): Promise<string> {
  if (!isRecording(bytes)) return decodeText(bytes);
  return (await import('../evidence/capture/print.ts')).printCapture(bytes);
}
