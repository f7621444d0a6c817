/** Which files are read as a log of any size, instead of being put in as a paste. */
import { PASTE_LENGTH } from '../../../limits.ts';

const ARCHIVE = /\.(?:gz|zip)$/i;

/** Large, several, or packed. `size` is in bytes. */
export function isLarge(
  files: readonly { readonly name: string; readonly size: number }[],
): boolean {
  const [first] = files;
  if (files.length !== 1 || !first) return files.length > 1;
  return first.size > PASTE_LENGTH || ARCHIVE.test(first.name);
}
