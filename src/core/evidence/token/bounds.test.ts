/**
 * Long and unkind pastes: no exception, and time in proportion to the length. Times are compared
 * between two sizes in one run, never with a clock's seconds.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { KERBEROS, NTLM, read } from './testing/paste.ts';
import { seenToken } from './seen.ts';
import { fastest } from '../../../../tests/unit/cpu-time.ts';

/** What is repeated; each has once been quadratic, or looks as if it could be. */
const PIECES: [name: string, piece: string][] = [
  ['one run of base64', 'QUJD'],
  ['one run that begins like tokens', 'YIIL'],
  ['one digit', 'A'],
  ['one run of hex', '6082'],
  ['names of headers', 'authorization='],
  ['names of headers in a URL', 'authorization=Negotiate%20'],
  ['headers with short words', 'Authorization: Negotiate abcdefghijkl '],
  ['names, schemes and quotes', 'authorization=Digest a="'],
  ['schemes', 'Basic Negotiate NTLM '],
  ['short lines', 'a\n'],
  ['short lines of numbers', '96 130\n'],
  ['short lines of hex', '60 82\n'],
  ['digits with blanks', 'Y I I L c A Y G '],
  ['groups', 'YIIL cAYG '],
  ['quotes', '"YIILcAYGKwYB" + '],
  ['escapes', '\\x60'],
  ['quotes and escapes', '"\\x60" '],
  ['comments', '0x60, /* x */ '],
  ['open comments', '60 /* '],
  ['zero-width spaces', '\u200b'],
  ['zero-width spaces in a run', 'YII\u200b'],
  ['entities', '&#43;'],
  ['rows of a dump', '0000: 60 82 0b 70\n'],
  ['blanks', ' '],
  ['line breaks', '\n'],
  ['backslashes', '\\'],
  ['tokens without padding', `${NTLM.slice(0, 16)} `],
];

const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

const cost = (text: string) => fastest(() => [seenToken(text), read(text)], 3);

for (const [name, piece] of PIECES) {
  test(`eight times as much of ${name} takes no more than in proportion`, async () => {
    const small = await cost(fill(piece, 25_000));
    const large = await cost(fill(piece, 200_000));
    // Below a millisecond the clock says little.
    assert.ok(large < 24 * Math.max(small, 1), `${large / small} times the time`);
  });
}

for (const [name, piece] of PIECES.slice(0, 5)) {
  test(`six megabytes of ${name}`, async () => {
    const { tokens } = await read(
      `${fill(piece, 6_000_000)}\nAuthorization: Negotiate ${KERBEROS}`,
    );
    assert.ok(tokens.some(({ kerberos }) => kerberos?.sname === 'HTTP/portal.contoso.com'));
  });
}
