/** Files that PowerShell or an editor wrote as UTF-16, turned into UTF-8 as they are read. */

const UTF8 = new TextEncoder();

/** By its byte order mark, or by a NUL in every other byte. */
export function isUtf16(head: Uint8Array): boolean {
  return encodingOf(head) !== undefined;
}

function encodingOf(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = head;
  if (first === undefined || second === undefined) return undefined;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
  return undefined;
}

/** The same bytes, in UTF-8 when they are UTF-16. */
export async function* inUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) {
      const encoding = encodingOf(chunk);
      if (encoding) decoder = new TextDecoder(encoding);
      isFirst = false;
    }
    yield decoder ? UTF8.encode(decoder.decode(chunk, { stream: true })) : chunk;
  }
  if (decoder) yield UTF8.encode(decoder.decode());
}
