/** What holds of the reader whatever the text, and what mail, forums and time do to an event. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import {
  assertLinearReader,
  assertSound,
  DISGUISES,
  factsOf,
} from '../../../../tests/unit/sound-reader.ts';
import { event } from './reader.ts';
import { seenEvent } from './seen.ts';
import { brief, fixture } from './testing/brief.ts';

const NAMES = readdirSync(new URL('fixtures/', import.meta.url)).filter(
  (name) => name !== 'README.md',
);
const PIECES = [
  'Event ID: 4625\n',
  'Event ID 4625:\nStatus: 0xC000006D\n',
  'Source: Microsoft-Windows-Security-Auditing\n',
  'An account failed to log on. ',
  'While processing a TGS request for the target server x, the account y ',
  'received a KRB_AP_ERR_MODIFIED error from the server a/b ',
  'The requested etypes were 18 17 23 ',
  '<EventID>7</EventID>',
  '<Event><System><EventID>4</EventID>',
  '<EventID Qualifiers="',
  '{"EventID": 4625, "a": ',
  '{"EventData": {"id": 4, "source": "LsaSrv", "x": ',
  '{"_raw": "EventCode=4625\\nLogName=Security"}\n',
  'a,Microsoft-Windows-WAS,5021,b\n',
  '"Microsoft-Windows-WAS","5021","',
  '--- --\n',
  'TimeCreated Id Message\n----------- -- -------\n1 4 x\n',
  'Status: 0xC000006D\nSub: 0x0\nType: 3\nPackage: NTLM\n',
  'Options: 0x40810000\nType: 0x12\nCode: 0x7\n-: -\n',
  `Id${' '.repeat(63)}:${' '.repeat(63)}\n`,
  'ReplacementStrings : {a, ',
  'Account Name: x Status: y Sub Status: z ',
];

test('nothing throws, places are in the text, and what is claimed is left alone', async () => {
  const texts = NAMES.filter((_, index) => index % 3 === 0).map(fixture);
  await assertSound({ reader: event, seen: seenEvent, texts, pieces: PIECES });
});

test('time grows with the length', async () => {
  await assertLinearReader({ reader: event, seen: seenEvent, texts: [], pieces: PIECES });
});

/** Containers in which a line end or a mark at its begin has a meaning of its own. */
const EXACT = /\.csv$|table|splunk\.txt/;

for (const name of NAMES.filter((one) => !EXACT.test(one))) {
  for (const [how, of] of DISGUISES) {
    test(`${name} ${how}`, async () => {
      const text = fixture(name).trimEnd();
      const expected = (await factsOf(event, text)).map(brief);
      const facts = (await factsOf(event, of(text))).map(brief);
      assert.deepEqual(facts, expected);
    });
  }
}

/** In another language a line that is missing may move a value to its neighbor, but invents none. */
test('a message with a line less states no value that is not there', async () => {
  for (const name of ['4625-french.txt', '4769-german.txt', '4768-chinese-bare.txt']) {
    const lines = fixture(name).split('\n');
    const whole = new Set((await factsOf(event, fixture(name))).flatMap(valuesOf));
    for (const index of lines.keys()) {
      const cut = lines.filter((_, other) => other !== index).join('\n');
      const strange = (await factsOf(event, cut))
        .flatMap(valuesOf)
        .filter((value) => !whole.has(value) && /^0x|\//.test(value));
      assert.deepEqual(strange, [], `${name} without ${lines[index] ?? ''}`);
    }
  }
});

const valuesOf = (fact: Parameters<typeof brief>[0]) =>
  brief(fact)
    .split(/ (?=\w+=)/)
    .map((word) => word.slice(word.indexOf('=') + 1));
