/** What a reader states of a text, wherever it states it: for texts that differ only in their looks. */
import type { LoadedReader } from '../../src/core/evidence/reader.ts';
import { factsOf } from './sound-reader.ts';

/** A place, by its name or because it has a start and an end. */
function isPlace(name: string, value: unknown): boolean {
  return name === 'places' || (typeof value === 'object' && value !== null && 'start' in value);
}

/** The facts, one text for each. */
export async function factsWithoutPlaces(
  reader: Pick<LoadedReader, 'read'>,
  text: string,
): Promise<string[]> {
  const facts = await factsOf(reader, text);
  return facts.map((fact) =>
    JSON.stringify(fact, (name, value: unknown) => (isPlace(name, value) ? undefined : value)),
  );
}
