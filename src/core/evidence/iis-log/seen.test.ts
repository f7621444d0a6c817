/** The recogniser says yes wherever the reader finds rows, and mostly no where there are none. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readLogText } from './read-texts.ts';
import { seenIisLog } from './seen.ts';
import { samples } from './testing/help.ts';
import { MUTATIONS } from './testing/mutations/measure.ts';
import { anyTable, random } from './testing/mutations/tables.ts';

const LOGS = 40;

/** Fails when the reader finds something that the recogniser does not announce. */
function check(text: string): void {
  if (!seenIisLog(text)) assert.equal(readLogText(text), undefined, text);
}

for (const { file, text } of samples()) {
  test(`${file}: the whole and any part of it`, () => {
    check(text);
    const lines = text.split('\n').slice(0, 200);
    for (const line of lines) check(line);
    const limit = Math.min(text.length, 20_000);
    fc.assert(
      fc.property(fc.nat(limit), fc.integer({ min: 1, max: 600 }), (start, length) => {
        check(text.slice(start, start + length));
      }),
      { numRuns: 40 },
    );
  });
}

for (const [name, mutate] of Object.entries(MUTATIONS)) {
  test(`${name}: the whole and each line`, () => {
    for (let seed = 1; seed <= LOGS; seed++) {
      const next = random(seed);
      const written = mutate(anyTable(next), next);
      const text = typeof written === 'string' ? written : written.text;
      check(text);
      if (seed < 8) for (const line of text.split('\n')) check(line);
    }
  });
}

const NOT_SEEN: readonly [name: string, text: string][] = [
  ['a code', '2148074254'],
  ['a hex code', '0x8009030E'],
  ['a substatus as it is typed', '401.2'],
  ['a symbol', 'SEC_E_LOGON_DENIED'],
  ['a token', 'TlRMTVNTUAABAAAAl4II4gAAAAAAAAAAAAAAAAAAAAAKALpHAAAADw=='],
  ['a response', 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\nWWW-Authenticate: NTLM'],
  ['a request', 'GET /app/ HTTP/1.1\nHost: portal.contoso.com\nAuthorization: Negotiate YIIG'],
  ['an SPN', 'setspn -Q HTTP/portal.contoso.com\n\tHTTP/portal.contoso.com\n\nExisting SPN found!'],
];

for (const [name, text] of NOT_SEEN) {
  test(`${name} does not load the reader`, () => {
    assert.equal(seenIisLog(text), false);
  });
}
