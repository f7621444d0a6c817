/** Several pieces of evidence as one case: sources, spans, one log of several texts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decode, openCase } from '../../../../src/core/index.ts';
import { markSource } from '../../../../src/core/case/mark-source.ts';

const HEADER =
  '#Fields: date time c-ip cs-username cs-uri-stem sc-status sc-substatus sc-win32-status\n';
const row = (second: number, user: string, rest: string) =>
  `2026-11-20 03:12:0${second} 10.0.0.81 ${user} /app/ ${rest}\n`;

test('one source has no ids in its spans, several have one in each', async () => {
  const alone = await decode('0x80090322');
  assert.deepEqual(alone.sources, [{ id: '1', kinds: ['code'] }]);
  assert.ok(
    alone.findings.every(({ evidence }) => evidence.every((at) => at.source === undefined)),
  );
  const two = await openCase([{ text: '0x80090322' }, { name: 'b.txt', text: '401.3' }]);
  assert.deepEqual(two.sources, [
    { id: '1', kinds: ['code'] },
    { id: '2', name: 'b.txt', kinds: ['code'] },
  ]);
  assert.deepEqual(
    two.codes?.map(({ name, at }) => [name, at?.source]),
    [
      ['SEC_E_WRONG_PRINCIPAL', '1'],
      ['401.3', '2'],
    ],
  );
});

test('two texts with rows are one log: an attempt goes on from the first to the second', async () => {
  const decoded = await openCase([
    { name: 'a.log', text: HEADER + row(1, '-', '401 2 5') + row(2, '-', '401 1 2148074254') },
    { name: 'b.log', text: HEADER + row(3, 'CONTOSO\\ada', '200 0 0') },
  ]);
  assert.equal(decoded.log?.rows, 3);
  assert.deepEqual(
    decoded.log.sequences.map(({ outcome, count }) => [outcome, count]),
    [['accepted-two-legs', 1]],
  );
  assert.deepEqual(
    decoded.log.entries.map(({ file, at }) => [file, at.source]),
    [
      ['a.log', '1'],
      ['a.log', '1'],
      ['b.log', '2'],
    ],
  );
  assert.deepEqual(
    decoded.sources.map(({ kinds }) => kinds),
    [['log'], ['log']],
  );
});

test('text that nobody recognises does not hide what is recognised', async () => {
  const { kinds } = await openCase([{ text: 'the quick brown fox' }, { text: '401.3' }]);
  assert.deepEqual(kinds, ['code']);
  assert.deepEqual((await openCase([{ text: 'the quick brown fox' }])).kinds, ['unknown']);
});

test('an empty case is answered', async () => {
  for (const inputs of [[], [{ text: '' }], [{ text: '' }, { text: ' ' }]]) {
    const { findings, checks, problems } = await openCase(inputs);
    assert.deepEqual([findings, problems], [[], []]);
    assert.equal(checks.length, 17);
  }
});

test('every span of a case lies in its source', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ maxLength: 200 }), { maxLength: 3 }), async (texts) => {
      const inputs = texts.map((text) => ({
        text: `${text} 0x80090322 Authorization: Basic eA==`,
      }));
      const { findings, problems, sources } = await openCase(inputs);
      const spans = [
        ...findings.flatMap(({ evidence }) => evidence),
        ...problems.map(({ at }) => at),
      ];
      for (const { start, end, source } of spans) {
        const index = sources.length === 1 ? 0 : sources.findIndex(({ id }) => id === source);
        const { length } = inputs[index]?.text ?? '';
        assert.ok(0 <= start && start <= end && end <= length);
      }
    }),
    { numRuns: 50 },
  );
});

test('a range in the bytes of a token is no place in a text', () => {
  const field = { at: { start: 1, end: 2 }, bytes: { start: 0, end: 1 }, children: [] };
  markSource([field], '7');
  assert.deepEqual(field.at, { start: 1, end: 2, source: '7' });
  assert.deepEqual(field.bytes, { start: 0, end: 1 });
});
