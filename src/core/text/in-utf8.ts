/** Streams of bytes in any Unicode encoding, turned into UTF-8 as they are read. */
import { encodingOf, HEAD_BYTES } from './encoding.ts';

const UTF8 = new TextEncoder();

/** The same bytes, in UTF-8 when they are UTF-16. */
export async function* inUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  let decoder: TextDecoder | undefined;
  const converted = (bytes: Uint8Array) =>
    decoder ? UTF8.encode(decoder.decode(bytes, { stream: true })) : bytes;
  for await (const chunk of chunks) {
    if (!head) {
      yield converted(chunk);
      continue;
    }
    head = joined(head, chunk);
    if (head.length < HEAD_BYTES) continue;
    decoder = decoderFor(head);
    yield converted(head);
    head = undefined;
  }
  if (head) {
    decoder = decoderFor(head);
    yield converted(head);
  }
  if (decoder) yield UTF8.encode(decoder.decode());
}

function decoderFor(head: Uint8Array): TextDecoder | undefined {
  const encoding = encodingOf(head);
  return encoding === undefined || encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
