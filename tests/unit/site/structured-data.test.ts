/** The data block of an article. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { structuredData } from '../../../src/site/structured-data.ts';

const FACTS = {
  title: 'Title with </script> & "quotes"',
  summary: 'Summary',
  modified: '2026-11-21',
  address: 'https://guide.contoso.com/kerberos/spn-missing/',
  group: { title: 'Kerberos checks', address: 'https://guide.contoso.com/kerberos/' },
  home: 'https://guide.contoso.com/',
};

test('nothing in it can end the block, and it reads back as it was', () => {
  const text = structuredData(FACTS);
  assert.doesNotMatch(text, /</);
  const data = JSON.parse(text) as Record<string, unknown>;
  assert.equal(data.headline, FACTS.title);
  assert.equal(data.dateModified, '2026-11-21');
});
