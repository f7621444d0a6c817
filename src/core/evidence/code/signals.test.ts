/**
 * The code table and the articles agree. An article says in its front matter which codes lead to
 * it (`krb:41`, `win32:0x80090322`, `nt:0xC000006D`, `evt:KDC/11`, `log:401.1+1326`); the table says
 * which article a code leads to. A signal that goes on in words (`krb:6 on S4U2Self`) is narrower
 * than its code, and only has to be in the table.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  describeEvent,
  describeHttp,
  describeKerberos,
  describeNtstatus,
  describeWin32,
} from '../../codes/lookup.ts';
import type { CodeRow } from '../../codes/row.ts';
import { ROWS } from '../../codes/table.ts';
import { ARTICLE_FILES } from '../../../../tests/unit/site/content.ts';

/** What articles call a source of events, and the log and the providers meant. */
const SOURCES: Readonly<Record<string, (row: CodeRow) => boolean>> = {
  'AadApplicationProxy-Connector': ({ provider }) =>
    provider === 'Microsoft-AadApplicationProxy-Connector',
  KDC: ({ provider }) => provider === 'Microsoft-Windows-Kerberos-Key-Distribution-Center',
  KDCSVC: ({ provider }) => provider === 'Kdcsvc',
  'Kerberos-Op': ({ log }) => log === 'Microsoft-Windows-Kerberos/Operational',
  LsaSrv: ({ provider }) => provider === 'LsaSrv',
  NETLOGON: ({ provider }) => provider === 'NETLOGON',
  NTLM: ({ log }) => log === 'Microsoft-Windows-NTLM/Operational',
  Security: ({ log }) => log === 'Security',
  'System/Kerberos': ({ log, provider }) =>
    log === 'System' && provider === 'Microsoft-Windows-Security-Kerberos',
  WAS: ({ provider }) => provider === 'Microsoft-Windows-WAS',
};

/** The win32 status that comes with every 401 of these kinds and tells nothing by itself. */
const USUAL = new Set([0, 5]);

/** Articles that list codes to lead on from them: a code may lead past them, to its cause. */
const LISTS: readonly string[] = ['events-security', 'krb-error-table'];

interface Signal {
  row: CodeRow | undefined;
  /** Words that narrow the code follow. */
  isNarrow: boolean;
}

/** The row a signal names; undefined for a signal that names no code. */
function read(signal: string): Signal | undefined {
  const [, kind = '', code = '', rest = ''] =
    /^(krb|win32|nt|evt|log):([^\s*]+)(\*?.*)$/.exec(signal) ?? [];
  const row = kind && rowOf(kind, code);
  return row === '' ? undefined : { row, isNarrow: rest !== '' };
}

function rowOf(kind: string, code: string): CodeRow | undefined | '' {
  if (kind === 'krb') return describeKerberos(Number(code));
  if (kind === 'win32') return describeWin32(Number(code));
  if (kind === 'nt') return describeNtstatus(Number(code));
  if (kind === 'log') return rowOfLog(code);
  const [, source = '', id] = /^(.+)\/(\d+)$/.exec(code) ?? [];
  if (id === undefined) return '';
  const isOf = SOURCES[source];
  assert.ok(isOf, `${code} names a source of events that this test does not know`);
  return describeEvent(Number(id)).find(isOf);
}

/** `401.1+1326` is about 1326, `401.2+5` about 401.2. */
function rowOfLog(code: string): CodeRow | undefined {
  const [, status, substatus, win32] = /^(\d+)(?:\.(\d+))?(?:\+(\d+))?\+?$/.exec(code) ?? [];
  if (win32 !== undefined && !USUAL.has(Number(win32))) return describeWin32(Number(win32));
  return describeHttp(Number(status), substatus === undefined ? undefined : Number(substatus));
}

const CLAIMS = ARTICLE_FILES.flatMap(({ slug, signals }) =>
  signals.flatMap((signal) => {
    const found = read(signal);
    return found ? [{ slug, signal, ...found }] : [];
  }),
);

test('the articles name codes', () => {
  assert.ok(CLAIMS.length > 150, `only ${CLAIMS.length}`);
});

test('every code that an article names is in the table', () => {
  const missing = CLAIMS.filter(({ row }) => !row).map(({ slug, signal }) => `${slug}: ${signal}`);
  assert.deepEqual(missing, []);
});

for (const row of ROWS) {
  const claims = CLAIMS.filter((claim) => claim.row === row && !claim.isNarrow);
  if (claims.every(({ slug }) => LISTS.includes(slug))) continue;
  test(`${row.space} ${row.code} ${row.name} leads to an article that names it`, () => {
    const slugs = claims.map(({ slug }) => slug);
    assert.ok(slugs.includes(row.article), `${row.article} does not, ${slugs.join(', ')} do`);
  });
}
