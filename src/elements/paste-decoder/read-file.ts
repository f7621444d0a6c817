/**
 * A dropped file as text. IIS writes UTF-8 or the server's ANSI code page without a mark; tools
 * write UTF-16 with one.
 */

/** Bytes read of one file; the decoder says so when the paste is longer than it reads. */
const FILE_BYTES = 16 * 1024 * 1024;

export async function readFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, FILE_BYTES).arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
