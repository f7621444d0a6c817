/** What opened files are called: `u_ex260301.log`, or `3 files`. */
export function namesOf(files: readonly File[]): string {
  const [first] = files;
  return files.length === 1 && first ? first.name : `${files.length} files`;
}
