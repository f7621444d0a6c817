/**
 * What holds of every reader, whatever the text: it does not throw, places are within the text, what is
 * claimed already is left alone, and time grows with the length.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LoadedReader, Reading } from '../../src/core/evidence/reader.ts';
import type { Fact } from '../../src/core/facts/fact.ts';
import { assertLinear } from './linear.ts';

const NOTHING = { claimed: [], inner: [], options: {} };

export interface Sound {
  readonly reader: Pick<LoadedReader, 'read'>;
  readonly seen: (text: string) => boolean;
  /** Whole outputs that the reader reads. */
  readonly texts: readonly string[];
  /** Pieces that might make it slow, or lead it astray, when they are repeated. */
  readonly pieces?: readonly string[];
}

export async function readingOf(
  reader: Sound['reader'],
  text: string,
): Promise<Reading | undefined> {
  return reader.read(text, NOTHING);
}

export async function factsOf(reader: Sound['reader'], text: string): Promise<readonly Fact[]> {
  return (await readingOf(reader, text))?.facts ?? [];
}

/** Characters by which a prefix is shorter than the next one, and prefixes of a long text. */
const STEP = 7;
const PREFIXES = 120;

export async function assertWithin({ reader, seen }: Sound, text: string): Promise<void> {
  const isSeen = seen(text);
  const reading = await readingOf(reader, text);
  const { facts = [], problems = [], messages = [] } = reading ?? {};
  const places = [...facts, ...problems, ...messages].map(({ at }) => at);
  for (const { start, end } of [...places, ...(reading?.claimed ?? [])]) {
    assert.ok(start >= 0 && start < end && end <= text.length, `${start}-${end} of ${text.length}`);
  }
  if (facts.length > 0) assert.ok(isSeen, `read but not seen: ${text.slice(0, 300)}`);
}

/** Every prefix and every end of the texts, and these mixed with each other and with anything at all. */
export async function assertSound(sound: Sound): Promise<void> {
  const { texts, pieces = [], reader } = sound;
  for (const text of texts) {
    const step = Math.max(STEP, Math.ceil(text.length / PREFIXES));
    for (let cut = 0; cut < text.length; cut += step) {
      await assertWithin(sound, text.slice(0, cut));
      await assertWithin(sound, text.slice(cut));
    }
    const claimed = [{ start: 0, end: text.length }];
    const left = await reader.read(text, { ...NOTHING, claimed });
    assert.equal(left?.facts?.length ?? 0, 0, 'what is claimed was read again');
  }
  const piece = fc.constantFrom(...texts.flatMap((text) => text.split(/\r?\n/)), ...pieces, '');
  const line = fc.oneof({ weight: 4, arbitrary: piece }, fc.string({ unit: 'binary' }));
  const mixed = fc
    .tuple(fc.array(line), fc.constantFrom('\n', '\r\n', '\n\n', '\n> ', ' '))
    .map(([lines, between]) => lines.join(between));
  await fc.assert(
    fc.asyncProperty(mixed, (text) => assertWithin(sound, text)),
    { numRuns: 60 },
  );
}

/** The ways in which people's mail and forums change an output; its facts stay the same. */
export const DISGUISES: readonly (readonly [name: string, of: (text: string) => string])[] = [
  ['with doubled line ends', (text) => text.replaceAll('\n', '\n\n')],
  ['with the line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['quoted', (text) => text.replaceAll(/^/gm, '> ')],
  ['quoted twice', (text) => text.replaceAll(/^/gm, '>> ')],
  ['in a fence', (text) => `I ran this:\n\n\`\`\`text\n${text}\n\`\`\`\n\nAny idea?`],
  ['with blanks at the ends of lines', (text) => text.replaceAll('\n', '  \n')],
  ['indented', (text) => text.replaceAll(/^/gm, '    ')],
];

/** Each piece repeated many times is read in time that grows with its length. */
export async function assertLinearReader({ reader, seen, pieces = [] }: Sound): Promise<void> {
  for (const piece of pieces) {
    await assertLinear(piece, (text) => {
      seen(text);
      return readingOf(reader, text);
    });
  }
}
