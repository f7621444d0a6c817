/** A plain log on disk. Node reads it a good deal faster by itself than as a blob. */
import { open } from 'node:fs/promises';
import { type Fill, type LogSource, type NamedBlob, windowed } from '../core/index.ts';

export interface PathBlob extends NamedBlob {
  readonly path: string;
}

/** The file at `path`; it must be neither packed nor UTF-16. */
export function fileSource({ name, blob, path }: PathBlob): LogSource {
  return {
    name,
    size: blob.size,
    open: () => filling(path),
    readAgain: windowed(async (place, length) => {
      const again = await open(path, 'r');
      const bytes = new Uint8Array(length);
      const { bytesRead } = await again.read(bytes, 0, length, place);
      await again.close();
      return bytes.subarray(0, bytesRead);
    }),
  };
}

function filling(path: string): Fill {
  const opening = open(path, 'r');
  return async (into) => {
    const file = await opening;
    const { bytesRead } = await file.read(into, 0, into.length, null);
    if (bytesRead === 0) await file.close();
    return bytesRead;
  };
}
