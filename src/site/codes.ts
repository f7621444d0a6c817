/** Links into the code reference, by the names that articles use: `SEC_E_NO_CREDENTIALS`, `401.2`. */
import { codeReference as referenceOf, ROWS } from '../core/index.ts';

const BY_NAME = new Map(
  ROWS.flatMap((row) =>
    [row.name, String(row.code), ...(row.aliases ?? [])].map((name) => [name, row] as const),
  ),
);

/** Site path of a code's entry; a link to a code that is not in the table fails the build. */
export function codeReference(name: string, linkedFrom: string): string {
  const row = BY_NAME.get(name);
  if (!row) throw new Error(`${linkedFrom} links the code "${name}", which is not in the table.`);
  return referenceOf(row);
}
