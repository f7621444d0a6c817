import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf, isDropped, isListed, type HostList } from './host-lists.ts';

/** [list, host, in Edge and Chrome, in Firefox]: the tables of the articles on their policies. */
const ROWS: readonly (readonly [string, string, boolean, boolean])[] = [
  ['portal.contoso.com', 'portal.contoso.com', true, true],
  ['portal.contoso.com', 'a.portal.contoso.com', false, true],
  ['*.contoso.com', 'portal.contoso.com', true, false],
  ['*.contoso.com', 'contoso.com', false, false],
  ['*contoso.com', 'notcontoso.com', true, false],
  ['contoso.com', 'portal.contoso.com', false, true],
  ['contoso.com', 'notcontoso.com', false, false],
  ['.contoso.com', 'contoso.com', false, false],
  ['.contoso.com', 'portal.contoso.com', true, true],
  ['https://portal.contoso.com', 'portal.contoso.com', true, true],
  ['https://portal.contoso.com/', 'portal.contoso.com', false, false],
  ['portal.contoso.com:8443', 'portal.contoso.com', true, true],
  ['portal', 'portal', true, true],
  ['portal', 'portal.contoso.com', false, false],
  ['*', 'portal.contoso.com', true, false],
  ['https://', 'portal.contoso.com', false, true],
  ['a.com, *.contoso.com', 'Portal.Contoso.com', true, false],
  ['', 'portal.contoso.com', false, false],
];

for (const [list, host, chromium, firefox] of ROWS) {
  test(`"${list}" and ${host}`, () => {
    const in_ = (browser: HostList['browser']) =>
      isListed(host, { browser, entries: entriesOf(list) });
    assert.deepEqual([in_('edge'), in_('firefox')], [chromium, firefox]);
  });
}

test('an entry with a slash behind the host is dropped', () => {
  assert.deepEqual(
    ['a.com/', 'https://a.com/x', 'https://a.com', 'https://', 'a.com:80'].map(isDropped),
    [true, true, false, false, false],
  );
});
