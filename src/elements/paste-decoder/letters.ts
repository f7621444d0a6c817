/** Letters for the pieces of a case, the same everywhere on the page. */
const LETTERS = 26;

/** The letter of the piece with this index: A to Z, then AA. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? letter : letterOf(Math.floor(index / LETTERS) - 1) + letter;
}
