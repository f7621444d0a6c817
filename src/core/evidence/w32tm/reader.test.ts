import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type ReaderRow, testDisguises, testRows } from '../../../../tests/unit/reader-table.ts';
import {
  assertLinearReader,
  assertSound,
  factsOf,
  readingOf,
} from '../../../../tests/unit/sound-reader.ts';
import type { Fact } from '../../facts/fact.ts';
import { CLOCK_SAMPLES } from '../../limits.ts';
import { w32tm } from './reader.ts';
import { seenW32tm } from './seen.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');

/** `dc01 -312.5`, `dc01 silent 800705b4`, `source dc01 network leap 0 stratum 4`. */
function brief(fact: Fact): string {
  if (fact.kind === 'clockOffset') {
    const { from = '?', seconds, by, with: other } = fact;
    return `${from} ${seconds}${other === undefined ? '' : ` from ${other}`}${by === 'measured' ? '' : ' kept'}`;
  }
  if (fact.kind === 'clockUnmeasured') {
    return `${fact.from ?? '?'} silent${fact.code === undefined ? '' : ` ${fact.code.toString(16)}`}`;
  }
  if (fact.kind !== 'clockSource') return fact.kind;
  const { source, type, leap, stratum, method, isStopped } = fact;
  return [
    'source',
    source,
    type,
    leap === undefined ? '' : `leap ${leap}`,
    stratum === undefined ? '' : `stratum ${stratum}`,
    method,
    isStopped ? 'stopped' : '',
  ]
    .filter((word) => word !== undefined && word !== '')
    .join(' ');
}

const GERMAN = fixture('status-german');
const VERBOSE = `${GERMAN}Phasenoffset: -0,0004738s\nTaktrate: 0.0156250s\n`;

/** [what, text, facts in brief] */
const ROWS: readonly ReaderRow[] = [
  ['/stripchart /dataonly', fixture('dataonly-skewed'), ['dc01.contoso.com -312.5']],
  [
    '/stripchart',
    fixture('chart'),
    [
      'time.windows.com -0.6887759',
      'time.windows.com silent 800705b4',
      'time.windows.com -2.6877832',
      'time.windows.com 9.9312044',
    ],
  ],
  ['nobody answers', fixture('no-answer'), ['10.0.0.10 silent 800705b4']],
  [
    '/stripchart, German, with commas',
    'C:\\>w32tm /stripchart /computer:dc01.contoso.com /samples:2 /dataonly\nDC01.contoso.com [10.0.0.10:123] wird verfolgt.\n2 Stichproben werden gesammelt.\nEs ist 02.03.2026 10:20:00.\n10:20:00, +00,0021375s\n10:20:02, Fehler: 0x800705B4\n',
    ['dc01.contoso.com 0.0021375', 'dc01.contoso.com silent 800705b4'],
  ],
  [
    'only the command says who was measured',
    'w32tm /stripchart /computer:dc01.contoso.com /samples:1 /dataonly\n10:20:00, +779.4410033s\n',
    ['dc01.contoso.com 779.4410033'],
  ],
  ['nobody says who was measured', '03:12:08, +00.0021375s\n', ['? 0.0021375']],
  ['times with dots', '10.20.00, -00,5000000s\n', ['? -0.5']],
  [
    '/query /status',
    fixture('status-free'),
    ['source time.windows.com,0x9 network leap 3 stratum 0'],
  ],
  ['/query /status, German', GERMAN, ['source dc01.contoso.com network leap 0 stratum 4']],
  [
    '/query /status /verbose',
    VERBOSE,
    ['source dc01.contoso.com network leap 0 stratum 4', 'dc01.contoso.com -0.0004738 kept'],
  ],
  [
    '/query /status, a language nobody knows',
    'Abc: 0(xyz)\nDef: 3 (ghi)\nJkl: -23 (119.209ns mno)\nPqr: 0.01s\nStu: 0.01s\nVwx: 0x4C4F434C (yz:  "LOCL")\nAb cd: 02.03.2026 10:43:13\nEf: Local CMOS Clock\nGh: 6 (64s)\n',
    ['source Local CMOS Clock none leap 0 stratum 3'],
  ],
  [
    'three lines of a status',
    'Leap Indicator: 3(not synchronized)\nSource: VM IC Time Synchronization Provider\nStratum: 0\n',
    ['source VM IC Time Synchronization Provider host leap 3'],
  ],
  [
    '/query /source',
    'C:\\>w32tm /query /source\nDC01.contoso.com\n',
    ['source DC01.contoso.com network'],
  ],
  [
    '/query /source, German',
    'C:\\>w32tm /query /source\nLokale CMOS-Uhr\n',
    ['source Lokale CMOS-Uhr none'],
  ],
  [
    'the report of this guide',
    '== Clock\nDC01.contoso.com\n\n== Registry\n',
    ['source DC01.contoso.com network'],
  ],
  ['a source alone', 'Free-running System Clock\n', ['source Free-running System Clock none']],
  [
    'the service is stopped',
    'C:\\>w32tm /query /status\nFolgender Fehler ist aufgetreten: Der Dienst wurde nicht gestartet. (0x80070426)\n',
    ['source none stopped'],
  ],
  [
    '/resync without a source',
    'Sending resync command to local computer\nThe computer did not resync because no time data was available.\n',
    ['source none'],
  ],
  [
    '/query /peers',
    'C:\\>w32tm /query /peers\n#Peers: 1\n\nPeer: dc01.contoso.com,0x9\nState: Active\nTime Remaining: 512.1234567s\nMode: 3 (Client)\nStratum: 2 (secondary reference - syncd by (S)NTP)\nPeerPoll Interval: 10 (1024s)\nHostPoll Interval: 10 (1024s)\n',
    ['source dc01.contoso.com,0x9 network'],
  ],
  ['no peers', '#Peers: 0\n', ['source none']],
  [
    '/query /configuration',
    fixture('configuration'),
    ['source unknown NTP', 'source time.windows.com,0x9 network NTP'],
  ],
  [
    '/query /configuration of a domain member',
    'Type: NT5DS (Local)\nNtpServer: time.windows.com,0x8 (Local)\n',
    ['source unknown NT5DS'],
  ],
  [
    '/monitor',
    fixture('monitor'),
    ['dc02.contoso.com 412.012 from dc01.contoso.com', 'dc03.contoso.com silent'],
  ],
  [
    'chronyc tracking',
    'Reference ID    : 0A00000A (dc01.contoso.com)\nStratum         : 3\nRef time (UTC)  : Mon Mar 02 10:20:00 2026\nSystem time     : 412.000020390 seconds slow of NTP time\nLast offset     : +0.000012 seconds\nLeap status     : Normal\n',
    ['dc01.contoso.com 412.00002039 kept', 'source dc01.contoso.com network leap 0'],
  ],
  [
    'ntpq -p',
    '     remote           refid      st t when poll reach   delay   offset  jitter\n==============================================================================\n*dc01.contoso.co 10.0.0.1         2 u   33   64  377    0.512   -120.5   0.050\n+10.0.0.11       .LOCL.           1 u   12   64  377    0.300    0.250   0.010\n',
    ['dc01.contoso.co -0.1205', '10.0.0.11 0.00025'],
  ],
  [
    'timedatectl',
    'System clock synchronized: no\n              NTP service: inactive\n',
    ['source none'],
  ],
  // Look-alikes
  [
    'ping',
    'Reply from 10.0.0.10: bytes=32 time<1ms TTL=128\nPackets: Sent = 4, Received = 4, Lost = 0 (0% loss),\n',
    [],
  ],
  [
    'netstat',
    '  UDP    0.0.0.0:123            *:*\n  TCP    10.0.0.21:443          10.0.0.93:50123        ESTABLISHED\n  UDP    [::]:123               *:*\n',
    [],
  ],
  [
    'systeminfo',
    'System Boot Time:          3/2/2026, 10:20:00 AM\nTime Zone:                 (UTC+01:00) Amsterdam\nProcessor(s):              1 Processor(s) Installed.\n',
    [],
  ],
  ['a log of a program', '10:20:00, +5 points\n10:20:01 INFO d:1 o:2\n10:20:02, error: 42\n', []],
  ['a menu', 'Option: 0(exit)\nChoice: 3 (quit)\nLevel: 2\nMode: 1\n', []],
  ['C++', 'enum A: 1(one)\n#include: 5\nType: NTPClient\n', []],
  [
    'wmic',
    'LastBootUpTime=20260302102000.000000+060\nLocalDateTime=20260302102000.000000+060\n',
    [],
  ],
  [
    'docker',
    'CONTAINER ID   IMAGE     STATUS          PORTS\n1a2b3c4d5e6f   ntp       Up 3 minutes    0.0.0.0:123->123/udp\n',
    [],
  ],
];

const TABLE = { reader: w32tm, seen: seenW32tm, brief, rows: ROWS };

testRows(TABLE);

testDisguises(TABLE, (name) => name !== 'ntpq -p');

test('a ReferenceId and the largest correction are no codes', async () => {
  for (const text of [GERMAN, fixture('configuration')]) {
    const reading = await readingOf(w32tm, text);
    const claimed = reading?.claimed ?? [];
    for (const number of ['0xC0000210', '4294967295', '2147483648']) {
      const at = text.indexOf(number);
      if (at >= 0)
        assert.ok(
          claimed.some(({ start, end }) => start <= at && end > at),
          number,
        );
    }
  }
});

test('a chart that ran for days is kept in part', async () => {
  const text = 'Tracking a [10.0.0.1:123].\n' + '10:20:00, +00.1s\n'.repeat(CLOCK_SAMPLES + 50);
  assert.equal((await factsOf(w32tm, text)).length, CLOCK_SAMPLES);
});

const SOUND = {
  reader: w32tm,
  seen: seenW32tm,
  texts: ROWS.filter(([, , facts]) => facts.length > 0).map(([, text]) => text),
  pieces: [
    'Abc: 0(x\n',
    'Abc: 0 (x)\nDef: 1 (y)\n',
    '10:20:00, +1.',
    '[10.0.0.1:123',
    'A: 0x00000000 (\n',
    'EventLogFlags: 2 (Local) ',
    'w32tm /query /source\n',
    'a [1.1.1.1:123]:\nNTP: +',
    '10:20:00, +1.0s\n',
  ],
};

test('any text', () => assertSound(SOUND));
test('time grows with the length', () => assertLinearReader(SOUND));
