/**
 * Every reader on damaged and hostile evidence: nothing rejects, places lie in their text, the result
 * is JSON, no name gets into a command, and time grows with length. `npm run fuzz` does the same in
 * larger numbers.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decode } from '../../../../src/core/index.ts';
import { isKnownCommand } from '../../../fuzz/command-shapes.ts';
import { CORPUS, type Evidence } from '../../../fuzz/corpus.ts';
import { MUTATIONS } from '../../../fuzz/mutations.ts';
import { wrongWith } from '../../../fuzz/wrong-with.ts';
import { fastest } from '../../cpu-time.ts';

const RUNS = { numRuns: 300 };

const evidence = fc.constantFrom(...CORPUS.map(({ text }) => text));
/** Numbers for one mutation, as fractions of what it asks for. */
const choices = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 1,
  maxLength: 20,
});
const changes = fc.array(fc.tuple(fc.constantFrom(...MUTATIONS), choices), { maxLength: 4 });

const damaged = fc.tuple(evidence, changes).map(([text, all]) =>
  all.reduce((result, [mutation, numbers]) => {
    let used = 0;
    return mutation(result, (below) =>
      Math.floor((numbers[used++ % numbers.length] ?? 0) * Math.max(below, 1)),
    );
  }, text),
);

void test('damaged evidence', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async (text) => {
      assert.equal(await wrongWith([text]), undefined);
    }),
    RUNS,
  );
});

void test('any pieces of evidence between any characters', async () => {
  const piece = evidence.map((text) => text.slice(0, 400));
  const mixed = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(mixed, async (parts) => {
      assert.equal(await wrongWith([parts.join('\n')]), undefined);
    }),
    RUNS,
  );
});

const COMMANDS: [line: string, isKnown: boolean][] = [
  ['klist', true],
  ['setspn -F -Q HTTP/portal.contoso.com', true],
  ['setspn -F -Q <SPN>', true],
  ['klist & calc', false],
  ['setspn -F -Q HTTP/a|calc', false],
  ['setspn -F -Q HTTP/a calc', false],
  ['klist get $(calc)', false],
  ['calc', false],
];

for (const [line, isKnown] of COMMANDS) {
  void test(`${isKnown ? 'a' : 'no'} command of the source: ${line}`, () => {
    assert.equal(isKnownCommand(line), isKnown);
  });
}

/** Times that a text is repeated, and UTF-16 code units that it has at least before. */
const TIMES = [2, 4, 8, 16];
const SMALL = 16 * 1024;
/** Three times what linear growth would be: a machine that is busy is not a quadratic reader. */
const GENEROUS = 3;

const cost = async (text: string, runs: number) =>
  Math.max(await fastest(() => decode(text), runs), 0.5);

/** The longest artefact of each kind. */
const KINDS = new Map<string, Evidence>();
for (const one of CORPUS) {
  if (one.text.length > (KINDS.get(one.kind)?.text.length ?? 0)) KINDS.set(one.kind, one);
}

for (const [kind, { name, text }] of KINDS) {
  void test(`time grows with length, not faster: ${kind} (${name})`, async () => {
    const small = `${text}\n`.repeat(Math.ceil(SMALL / (text.length + 1)));
    const once = await cost(small, 5);
    for (const times of TIMES) {
      const most = once * times * GENEROUS;
      // A second look before it is called slow.
      const took = await cost(small.repeat(times), 1);
      const again = took > most ? await cost(small.repeat(times), 3) : took;
      assert.ok(again <= most, `${times} times the text took ${(again / once).toFixed(1)} times`);
    }
  });
}
