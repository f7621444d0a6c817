/**
 * Real artefacts as administrators find them: each is recognised, its first finding leads to the right
 * article, and it settles what it proves and nothing more. `tests/fixtures/evidence/index.json` has
 * their sources and what each proves; `half` are checks that it answers only in part.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleAt, decode, type Decoded, type Kind } from '../../../../src/core/index.ts';
import { artefactsIn } from '../../../cases/collection.ts';

/** What an artefact of each kind in the index is recognised as. */
const RECOGNISED: Readonly<Record<string, Kind>> = {
  'klist-windows': 'klist',
  'klist-get': 'klist',
  'klist-mit': 'klist',
  setspn: 'setspn',
  'iis-config': 'config',
  appcmd: 'config',
  'powershell-web': 'sentence',
  dns: 'dns',
  freb: 'freb',
  'iis-error-page': 'error-page',
  'ad-object': 'ad-object',
  'event-http': 'event',
  'event-kdc': 'event',
  'event-kerberos-client': 'event',
  'event-lsasrv': 'event',
  'event-netlogon': 'event',
  'event-ntlm': 'event',
  'event-security-json': 'event',
  'event-security-text': 'event',
  'event-security-xml': 'event',
  'event-was': 'event',
  nltest: 'nltest',
  w32tm: 'w32tm',
  'netsh-http': 'netsh',
  registry: 'registry',
  'sqlcheck-report': 'registry',
  whoami: 'whoami',
  'browser-policy': 'policy',
};

const ARTEFACTS = artefactsIn('tests/fixtures/evidence/index.json').filter(
  ({ kind }) => kind in RECOGNISED,
);

function settledBy({ checks }: Decoded): string[] {
  return checks.filter(({ state }) => state !== 'unknown').map(({ id }) => id);
}

function knownFrom({ checks }: Decoded): string[] {
  return checks.filter(({ known }) => known !== undefined).map(({ id }) => id);
}

for (const piece of ARTEFACTS) {
  test(`${piece.id}: ${piece.kind}`, async () => {
    const decoded = await decode(piece.text);
    assert.equal(decoded.kinds[0], RECOGNISED[piece.kind]);
    const [first] = decoded.findings;
    const article = articleAt(first?.article ?? '') ?? '';
    assert.ok(piece.articles.includes(article), `leads to ${article}: ${first?.title}`);
    assert.deepEqual(settledBy(decoded).sort(), piece.checks.toSorted());
    const known = knownFrom(decoded);
    for (const check of piece.half) assert.ok(known.includes(check), `nothing on ${check}`);
    assert.deepEqual(decoded.problems, []);
  });
}

test('every kind has artefacts, and every one is in the index once', () => {
  for (const kind of Object.keys(RECOGNISED)) {
    assert.ok(
      ARTEFACTS.some((piece) => piece.kind === kind),
      kind,
    );
  }
  assert.equal(new Set(ARTEFACTS.map(({ id }) => id)).size, ARTEFACTS.length);
});

test('a check is settled or half known, never both', () => {
  for (const { id, checks, half } of ARTEFACTS) {
    assert.deepEqual(
      half.filter((check) => checks.includes(check)),
      [],
      id,
    );
  }
});
