/** One text and its readers: order, claims, and readers that fail. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLogOnly, readSource } from '../../../../src/core/case/read-source.ts';
import type { Inner, LoadedReader, Reader } from '../../../../src/core/evidence/reader.ts';
import { PASTE_LENGTH } from '../../../../src/core/limits.ts';

function reader(name: string, read: LoadedReader['read'], seen = true): Reader {
  return {
    name,
    seen: () => seen,
    load: () => Promise.resolve({ read, loadRules: () => Promise.resolve([]) }),
  };
}

test('a later reader sees what the earlier ones have explained', async () => {
  const claims: number[] = [];
  const first = reader('first', () => ({ kinds: ['klist'], claimed: [{ start: 2, end: 5 }] }));
  const second = reader('second', (_, { claimed }) => {
    claims.push(...claimed.map(({ start }) => start));
    return { kinds: ['code'], claimed: [{ start: 7, end: 8 }] };
  });
  const { readings } = await readSource('any text', {}, [first, second]);
  assert.deepEqual(claims, [2]);
  assert.deepEqual(
    readings.map(({ kinds }) => kinds),
    [['klist'], ['code']],
  );
});

test('a reader that does not recognise the text is not loaded', async () => {
  const never: Reader = {
    name: 'never',
    seen: () => false,
    load: () => Promise.reject(new Error('loaded')),
  };
  const { readings, problems } = await readSource('text', {}, [never]);
  assert.deepEqual([readings, problems], [[], []]);
});

test('evidence inside evidence is handed on, even to a reader that saw nothing', async () => {
  const at = { start: 0, end: 4 };
  const inner: Inner = { at, within: at, header: 'Authorization', form: 'base64' };
  const outer = reader('outer', () => ({ kinds: [], claimed: [], inner: [inner] }));
  const handed: Inner[] = [];
  const token = reader(
    'token',
    (_, context) => {
      handed.push(...context.inner);
      return undefined;
    },
    false,
  );
  await readSource('text', {}, [outer, token]);
  assert.deepEqual(handed, [inner]);
});

test('a part that cannot be loaded is a sentence, and the others still read', async () => {
  const gone: Reader = {
    name: 'setspn',
    seen: () => true,
    load: () => Promise.reject(new TypeError('Failed to fetch')),
  };
  const fine = reader('fine', () => ({ kinds: ['code'], claimed: [] }));
  const { readings, problems } = await readSource('text', {}, [gone, fine]);
  assert.equal(readings.length, 1);
  assert.match(problems[0]?.message ?? '', /reads setspn evidence could not be loaded.*[Rr]eload/);
});

test('a reader that throws is a sentence too', async () => {
  const broken = reader('broken', () => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  const { problems } = await readSource('text', {}, [broken]);
  assert.match(problems[0]?.message ?? '', /Reading this as broken evidence failed \(Maximum call/);
});

test('what is beyond the limit is said to be left out', async () => {
  const lengths: number[] = [];
  const measuring = reader('measuring', (text) => {
    lengths.push(text.length);
    return undefined;
  });
  const { problems } = await readSource('x'.repeat(PASTE_LENGTH + 9), {}, [measuring]);
  assert.deepEqual(lengths, [PASTE_LENGTH]);
  assert.deepEqual(problems[0]?.at, { start: PASTE_LENGTH, end: PASTE_LENGTH + 9 });
});

const ROW = '2026-11-20 03:12:44 10.0.0.12 GET /app/ - 443 - 10.0.0.81 Mozilla/5.0 - 401 2 5 3';
const TEXTS: readonly (readonly [name: string, text: string, expected: boolean])[] = [
  ['a row', ROW, true],
  ['a code', '0x80090322', false],
  ['a row and a header', `${ROW}\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\n`, false],
  ['nothing', 'the quick brown fox', false],
];
for (const [name, text, expected] of TEXTS) {
  test(`${name} ${expected ? 'is' : 'is not'} a log alone`, async () => {
    assert.equal(await isLogOnly(text), expected);
  });
}
