/** Which files are read as a log of any size, beside the page, instead of being put in as a paste. */

/** Bytes of one plain file that still becomes a paste; the decoder reads so much of one. */
const PASTE_BYTES = 8 * 1024 * 1024;
const ARCHIVE = /\.(?:gz|zip)$/i;

/** Large, several, or packed. */
export function isLarge(files: readonly File[]): boolean {
  const [first] = files;
  return files.length > 1 || (first !== undefined && (first.size > PASTE_BYTES || isPacked(first)));
}

const isPacked = ({ name }: File): boolean => ARCHIVE.test(name);

/** `u_ex260301.log`, or `3 files`. */
export function namesOf(files: readonly File[]): string {
  const [first] = files;
  return files.length === 1 && first ? first.name : `${files.length} files`;
}
