/**
 * Every command that evidence can lead to, with hostile names in the evidence: none of them may get
 * into a command. The names are those of real artefacts, and of the samples, replaced one by one.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Decoded, openCase, type Step } from '../../../../src/core/index.ts';
import { artefactsIn } from '../../../cases/collection.ts';
import { SAMPLE_FILES } from '../../site/content.ts';

/** What is put behind the first letter of a name; `EVIL` must never come out. */
const HOSTILE = [
  '$(EVIL)',
  '&EVIL',
  '|EVIL',
  ';EVIL',
  '`EVIL`',
  '"EVIL',
  "'EVIL",
  '%EVIL%',
  '<EVIL',
];

/** Hosts, accounts and SPNs, as evidence writes them. */
const NAME = /\b(?=[\w-]*[A-Za-z])[\w-]{2,40}(?:[.\\/][\w-]{2,40}){1,5}/g;

const TEXTS = [
  ...SAMPLE_FILES.map(({ id, paste }) => [id, paste] as const),
  ...artefactsIn('tests/fixtures/evidence/index.json').map(({ id, text }) => [id, text] as const),
  ['a host in a request', readFileSync('tests/fixtures/inject.txt', 'utf8')] as const,
];

function commandsIn({ findings, asks, site = [] }: Decoded): string[] {
  const cells = site.flatMap(({ rows }) =>
    rows.flatMap(({ etypes, protection, ...row }) => [
      ...[row.name, row.spn, row.owner, row.decrypts],
      ...[...Object.values(etypes), ...Object.values(protection)],
    ]),
  );
  const steps: Step[] = [
    ...findings.flatMap(({ next = [] }) => next),
    ...asks.map(({ step }) => step),
    ...cells.flatMap(({ fill }) => fill ?? []),
    ...site.flatMap(({ repairs }) =>
      repairs.flatMap(({ commands, then }) => [
        ...commands.flatMap(({ run, undo }) => [run, undo]),
        ...then,
      ]),
    ),
  ];
  return steps.flatMap((step) => ('run' in step ? [step.run] : []));
}

let commands = 0;
for (const [name, text] of TEXTS) {
  test(`${name} with hostile names`, async () => {
    for (const evil of HOSTILE) {
      const hostile = text.replace(NAME, (word) => word.slice(0, 1) + evil + word.slice(1));
      for (const line of commandsIn(await openCase([{ text: hostile }]))) {
        commands += 1;
        assert.ok(!line.includes('EVIL'), line);
        assert.match(line, /^[\x20-\x7e]+$/, line);
      }
    }
  });
}

test('there were commands to look at', () => {
  assert.ok(commands > 200, `${commands} commands`);
});
