/**
 * Real traces and errors of clients: an artefact of these often holds several kinds of evidence, a
 * trace with its tokens or an error with its sentence. Each leads to the right article and settles
 * what `tests/fixtures/evidence/index.json` says.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleAt, decode, type Kind } from '../../../../src/core/index.ts';
import { artefactsIn } from '../../../cases/collection.ts';

/** A kind that each artefact of these kinds in the index is recognised as, among others. */
const RECOGNISED: Readonly<Record<string, Kind>> = {
  apache: 'gss-trace',
  curl: 'http',
  dotnet: 'dotnet',
  'firefox-log': 'gss-trace',
  'java-gss': 'sentence',
  'mit-trace': 'gss-trace',
  netmon: 'capture',
  nginx: 'token',
  tshark: 'http',
};

const ARTEFACTS = artefactsIn('tests/fixtures/evidence/index.json').filter(
  ({ kind }) => kind in RECOGNISED,
);

for (const piece of ARTEFACTS) {
  test(`${piece.id}: ${piece.kind}`, async () => {
    const { kinds, findings, checks } = await decode(piece.text);
    assert.ok(kinds.includes(RECOGNISED[piece.kind] ?? 'unknown'), kinds.join());
    const [first] = findings;
    const article = articleAt(first?.article ?? '') ?? '';
    assert.ok(piece.articles.includes(article), `leads to ${article}: ${first?.title}`);
    const settled = checks.filter(({ state }) => state !== 'unknown').map(({ id }) => id);
    assert.deepEqual(settled.sort(), piece.checks.toSorted());
    const known = checks.filter(({ known }) => known !== undefined).map(({ id }) => id);
    for (const check of piece.half) assert.ok(known.includes(check), `nothing on ${check}`);
  });
}

test('every kind has artefacts', () => {
  assert.deepEqual(
    [...new Set(ARTEFACTS.map(({ kind }) => kind))].sort(),
    Object.keys(RECOGNISED).sort(),
  );
});
