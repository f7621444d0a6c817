/** NTLM messages with odd layouts, each built from its parts (MS-NLMP 2.2.1 and 2.2.2). */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Ntlm } from '../../../contract/decoded.ts';
import { ntlmFlagNames, ntlmFlagsMeaning } from '../tables/ntlm-flags.ts';
import { noise, utf8, type Bytes } from '../testing/build/der.ts';
import { fileTime, utf16 } from '../testing/build/ntlm.ts';
import { decodeBytes, fieldOf, gapsIn } from '../testing/fixtures.ts';

const u16 = (value: number): Bytes => [value & 255, value >> 8];
const u32 = (value: number): Bytes => [...u16(value & 0xffff), ...u16(value >>> 16)];
const head = (type: number): Bytes => [...utf8('NTLMSSP'), 0, ...u32(type)];
const at = (size: number, offset: number): Bytes => [...u16(size), ...u16(size), ...u32(offset)];
const pair = (id: number, value: Bytes): Bytes => [...u16(id), ...u16(value.length), ...value];
const EMPTY = at(0, 0);
const VERSION: Bytes = [10, 0, ...u16(26100), 0, 0, 0, 15];

const ntlmOf = (bytes: Bytes): Ntlm => {
  const { token } = decodeBytes(bytes);
  assert.deepEqual(gapsIn(token.fields, bytes.length), []);
  assert.ok(token.ntlm);
  return token.ntlm;
};

type Row = [name: string, bytes: Bytes, complete: boolean, told: Partial<Ntlm>];

const ROWS: Row[] = [
  ['type 1 of flags only', [...head(1), ...u32(0x202)], true, { flags: 0x202 }],
  [
    'type 1 without a version',
    [...head(1), ...u32(0x201), ...EMPTY, ...EMPTY],
    true,
    { domain: '', workstation: '' },
  ],
  [
    'type 1 with OEM names',
    [...head(1), ...u32(0x3202), ...at(3, 38), ...at(6, 32), ...utf8('PC0042'), ...utf8('DOM')],
    true,
    { domain: 'DOM', workstation: 'PC0042' },
  ],
  [
    'type 1 whose names are OEM though it can do Unicode',
    [...head(1), ...u32(0x3201), ...at(3, 32), ...EMPTY, ...utf8('DOM')],
    true,
    { domain: 'DOM' },
  ],
  [
    'type 1 with a version',
    [...head(1), ...u32(0x02000201), ...EMPTY, ...EMPTY, ...VERSION],
    true,
    { version: '10.0.26100' },
  ],
  [
    'type 1 that ends before its version',
    [...head(1), ...u32(0x02000201), ...EMPTY, ...EMPTY],
    false,
    {},
  ],
  [
    'type 2 of 40 bytes, as Java and PHP send it',
    [...head(2), ...EMPTY, ...u32(0x201), ...noise(8, 1), ...u32(0), ...u32(0)],
    true,
    { targetName: '', serverChallenge: Buffer.from(noise(8, 1)).toString('hex') },
  ],
  [
    'type 2 with a name and no target information',
    [
      ...head(2),
      ...at(6, 40),
      ...u32(0x205),
      ...noise(8, 1),
      ...u32(0),
      ...u32(0),
      ...utf16('DOM'),
    ],
    true,
    { targetName: 'DOM' },
  ],
  [
    'type 2 with target information and no version',
    [
      ...head(2),
      ...at(6, 48),
      ...u32(0x00800201),
      ...noise(8, 1),
      ...u32(0),
      ...u32(0),
      ...at(14, 54),
      ...utf16('DOM'),
      ...pair(2, utf16('DOM')),
      ...pair(0, []),
    ],
    true,
    { targetName: 'DOM', targetInfo: { MsvAvNbDomainName: 'DOM' } },
  ],
  [
    'type 3 with everything empty, on the same machine',
    [...head(3), ...EMPTY, ...EMPTY, ...EMPTY, ...EMPTY, ...EMPTY, ...EMPTY, ...u32(0x4001)],
    true,
    { response: 'anonymous', user: '', domain: '', workstation: '' },
  ],
  [
    'type 3 with an LM response only',
    [
      ...head(3),
      ...at(24, 64),
      ...EMPTY,
      ...EMPTY,
      ...at(4, 88),
      ...EMPTY,
      ...EMPTY,
      ...u32(2),
      ...noise(24, 2),
      ...utf8('alex'),
    ],
    true,
    { response: 'LMv1', user: 'alex' },
  ],
  [
    'type 3, anonymous, with one byte of LM response',
    [...head(3), ...at(1, 64), ...EMPTY, ...EMPTY, ...EMPTY, ...EMPTY, ...EMPTY, ...u32(0x801), 0],
    true,
    { response: 'anonymous' },
  ],
  [
    'type 3 whose response has no length of any version',
    [
      ...head(3),
      ...EMPTY,
      ...at(9, 64),
      ...EMPTY,
      ...EMPTY,
      ...EMPTY,
      ...EMPTY,
      ...u32(1),
      ...noise(9, 2),
    ],
    true,
    { user: '' },
  ],
  [
    'type 3 whose parts lie in another order, with a gap',
    [
      ...head(3),
      ...at(24, 78),
      ...EMPTY,
      ...at(3, 73),
      ...at(4, 66),
      ...EMPTY,
      ...EMPTY,
      ...u32(2),
      0,
      0,
      ...utf8('alex'),
      0,
      0,
      0,
      ...utf8('DOM'),
      0,
      0,
      ...noise(24, 2),
    ],
    true,
    { domain: 'DOM', user: 'alex' },
  ],
  [
    'type 3 whose names lie on the same bytes',
    [
      ...head(3),
      ...EMPTY,
      ...EMPTY,
      ...at(4, 64),
      ...at(4, 64),
      ...at(4, 64),
      ...EMPTY,
      ...u32(2),
      ...utf8('SAME'),
    ],
    true,
    { domain: 'SAME', user: 'SAME', workstation: 'SAME' },
  ],
  [
    'type 3 whose name lies behind its end',
    [...head(3), ...EMPTY, ...EMPTY, ...EMPTY, ...at(8, 4000), ...EMPTY, ...EMPTY, ...u32(1)],
    false,
    {},
  ],
];

for (const [name, bytes, complete, told] of ROWS) {
  test(name, () => {
    const ntlm = ntlmOf(bytes);
    assert.equal(decodeBytes(bytes).token.complete, complete);
    for (const [key, value] of Object.entries(told)) {
      assert.deepEqual(ntlm[key as keyof Ntlm], value, key);
    }
  });
}

test('a response whose length fits no version has no name', () => {
  const bytes = [
    ...head(3),
    ...EMPTY,
    ...at(9, 64),
    ...EMPTY,
    ...EMPTY,
    ...EMPTY,
    ...EMPTY,
    ...u32(1),
    ...noise(9, 2),
  ];
  assert.equal('response' in ntlmOf(bytes), false);
});

test('a type nobody knows is told', () => {
  const { token, problems } = decodeBytes([...head(9), 1, 2, 3]);
  assert.equal(token.ntlm, undefined);
  assert.match(problems[0]?.message ?? '', /type 9/);
});

const PAIRS: [
  name: string,
  id: number,
  value: Bytes,
  key: string,
  shown: string,
  meaning?: RegExp,
][] = [
  ['flags', 6, u32(6), 'MsvAvFlags', '0x00000006', /MIC; .*untrusted/],
  ['no flags', 6, u32(0), 'MsvAvFlags', '0x00000000', /None/],
  ['flags of another length', 6, [1], 'MsvAvFlags', '01'],
  [
    'a time',
    7,
    fileTime('2026-03-02T09:14:05.25Z'),
    'MsvAvTimestamp',
    '2026-03-02T09:14:05.250000Z',
  ],
  ['a target', 9, utf16('HTTP/portal'), 'MsvAvTargetName', 'HTTP/portal', /SPN/],
  [
    'no channel',
    10,
    new Array<number>(16).fill(0),
    'MsvAvChannelBindings',
    '0'.repeat(32),
    /All zero/,
  ],
  [
    'a channel',
    10,
    noise(16, 4),
    'MsvAvChannelBindings',
    Buffer.from(noise(16, 4)).toString('hex'),
    /MD5/,
  ],
  ['an id nobody knows', 77, [1, 2], 'AvId 77', '0102'],
  ['an empty text', 1, [], 'MsvAvNbComputerName', ''],
];

for (const [name, id, value, key, shown, meaning] of PAIRS) {
  test(`an AV pair with ${name}`, () => {
    const list = [...pair(id, value), ...pair(0, [])];
    const bytes = [
      ...head(2),
      ...EMPTY,
      ...u32(0x00800201),
      ...noise(8, 1),
      ...u32(0),
      ...u32(0),
      ...at(list.length, 48),
      ...list,
    ];
    assert.equal(ntlmOf(bytes).targetInfo?.[key], shown);
    if (meaning) assert.match(fieldOf(decodeBytes(bytes).token, key)?.meaning ?? '', meaning);
  });
}

test('an AV pair longer than its list is reported and kept as bytes', () => {
  const list = [...u16(1), ...u16(400), 1, 2, 3, 4];
  const bytes = [
    ...head(2),
    ...EMPTY,
    ...u32(0x00800201),
    ...noise(8, 1),
    ...u32(0),
    ...u32(0),
    ...at(list.length, 48),
    ...list,
  ];
  const { token, problems } = decodeBytes(bytes);
  assert.deepEqual(gapsIn(token.fields, bytes.length), []);
  assert.match(problems[0]?.message ?? '', /longer than the list/);
});

test('flags by name, highest first, reserved ones by their letter', () => {
  assert.deepEqual(ntlmFlagNames(0xa0000001), [
    'NTLMSSP_NEGOTIATE_56',
    'NTLMSSP_NEGOTIATE_128',
    'NTLMSSP_NEGOTIATE_UNICODE',
  ]);
  assert.deepEqual(ntlmFlagNames(0x10000000), ['r1']);
  assert.equal(ntlmFlagNames(0xffffffff).length, 32);
  assert.match(ntlmFlagsMeaning(0x4001), /same machine/);
  assert.match(ntlmFlagsMeaning(0), /none set/);
});
