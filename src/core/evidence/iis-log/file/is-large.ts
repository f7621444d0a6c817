/** Which files are read as a log of any size, instead of being put in as a paste. */
import { PASTE_LENGTH } from '../../../limits.ts';

const ARCHIVE = /\.(?:gz|zip)$/i;

interface Named {
  readonly name: string;
}

/** Large, several, or packed. `size` is in bytes. */
export function isLarge(files: readonly (Named & { readonly size: number })[]): boolean {
  const [first] = files;
  if (files.length !== 1 || !first) return files.length > 1;
  return first.size > PASTE_LENGTH || isPacked(first);
}

/** Is one of them large or packed, or are they large together? Then the logs among them are one log. */
export function areLarge(files: readonly (Named & { readonly size: number })[]): boolean {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return size > PASTE_LENGTH || files.some(isPacked);
}

/** Is it an archive, by its name? */
export function isPacked({ name }: Named): boolean {
  return ARCHIVE.test(name);
}
