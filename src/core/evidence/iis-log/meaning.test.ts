/** What the columns say, in sentences. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { logOf, read, row } from './testing/help.ts';

/** [codes of the row, its user, column, what its meaning says] */
const MEANINGS: [string, string, string, RegExp | undefined][] = [
  ['401 2 5', '-', 'sc-substatus', /^401\.2: /],
  ['401 2 5', '-', 'sc-win32-status', /^ERROR_ACCESS_DENIED: /],
  ['401 2 5', '-', 'cs-username', /^Nobody was authenticated yet/],
  ['401 2 5', '-', 'date', /^UTC/],
  ['401 2 5', '-', 'cs-uri-stem', undefined],
  ['401 1 2148074254', '-', 'sc-win32-status', /SEC_E_NO_CREDENTIALS.*middle leg/],
  ['401 2 2148074254', '-', 'sc-win32-status', /SEC_E_NO_CREDENTIALS.*IIS 6/],
  ['401 1 -2146893044', '-', 'sc-win32-status', /^SEC_E_LOGON_DENIED/],
  ['401 1 0x8009030C', '-', 'sc-win32-status', /^SEC_E_LOGON_DENIED/],
  ['401 1 2,14807E+09', '-', 'sc-win32-status', /Rounded/],
  ['401 1 214784354254', '-', 'sc-win32-status', /Larger than 32 bits/],
  ['401 1 424242', '-', 'sc-win32-status', /Not a code/],
  ['401 0 0', '-', 'sc-substatus', /application/],
  ['401 222 0', '-', 'sc-substatus', /not a substatus of IIS/],
  ['401 3 5', 'CONTOSO\\ben', 'cs-username', /resource that refused/],
  ['401 1 1326', 'CONTOSO\\ben', 'cs-username', /tried/],
  ['200 0 0', 'CONTOSO\\ben', 'cs-username', /logon worked/],
  ['200 0 0', 'CONTOSO\\ben', 'sc-win32-status', undefined],
];

for (const [codes, user, name, meaning] of MEANINGS) {
  test(`${name} of ${codes} ${user}: ${meaning?.source ?? 'nothing to say'}`, () => {
    // A challenge before it brings rows that are no 401 into the entries.
    const log = read(logOf(row('401 2 5', { stem: '/x' }), row('401 2 5'), row(codes, { user })));
    const field = log.entries.at(-1)?.fields.find((candidate) => candidate.name === name);
    assert.ok(field);
    if (meaning) assert.match(field.meaning ?? '', meaning);
    else assert.equal(field.meaning, undefined);
  });
}

test('a word that fits no column is shown, with that said', () => {
  const [entry] = read(row('401 2 5').replace(' Mozilla', ' <oops> Mozilla')).entries;
  const stranger = entry?.fields.find(({ name }) => name === '?');
  assert.ok(stranger === undefined || (stranger.meaning ?? '').includes('could not be matched'));
  assert.equal(entry?.substatus, 2);
});

test('behind a proxy, c-ip is said to be the proxy', () => {
  const text = `${logOf()} X-Forwarded-For\n${row('401 2 5')} 203.0.113.7`;
  const field = read(text).entries[0]?.fields.find(({ name }) => name === 'c-ip');
  assert.match(field?.meaning ?? '', /proxy/);
});
