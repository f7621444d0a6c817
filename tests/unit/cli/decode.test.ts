/** The command line as it is called: exit status, what goes where, files as they come. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Decoded } from '../../../src/core/contract/decoded.ts';
import { bigLog } from '../../logs/big-log.ts';

const PROGRAM = fileURLToPath(new URL('../../../src/cli/decode.js', import.meta.url));

let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decode with a space '));
});

after(async () => {
  await rm(folder, { recursive: true });
});

interface Result {
  status: number | null;
  out: string;
  err: string;
}

function run(args: string[], input = '', env: Record<string, string> = {}): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...env } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, out, err });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const verdict = ({ out }: Result) => (JSON.parse(out) as Decoded).findings[0]?.title ?? '';

const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

void test('standard input, as a report', async () => {
  const { status, out, err } = await run([], '2148074254');
  assert.equal(status, 0);
  assert.match(out, /^INFO {2}2148074254 is SEC_E_NO_CREDENTIALS \(0x8009030E\)/);
  assert.match(out, /line 1 \| 2148074254\n +\| \^{10}\n/);
  assert.equal(err, '');
});

void test('standard input by its name, as JSON', async () => {
  const result = await run(['--json', '-'], '0x80090322');
  assert.equal(result.status, 0);
  assert.match(verdict(result), /^0x80090322 is SEC_E_WRONG_PRINCIPAL/);
  assert.equal(result.err, '');
});

void test('a file in a folder with a space, with CRLF', async () => {
  const result = await run(['--json', await file('a code.txt', 'KRB_AP_ERR_MODIFIED\r\n')]);
  assert.match(verdict(result), /^KRB_AP_ERR_MODIFIED is Kerberos error 41/);
});

void test('a file in UTF-16, as PowerShell writes it', async () => {
  const result = await run(['--json', await file('utf16.txt', utf16('401.3\r\n'))]);
  assert.match(verdict(result), /^401\.3 is "Unauthorized due to ACL on resource"/);
});

void test('a relative path counts from where npm was called', async () => {
  await file('here.txt', '1326');
  const result = await run(['--json', 'here.txt'], '', {
    npm_lifecycle_event: 'decode',
    INIT_CWD: folder,
  });
  assert.match(verdict(result), /^1326 is ERROR_LOGON_FAILURE/);
});

void test('input that says nothing was read nevertheless', async () => {
  for (const input of ['', 'hello', '\u0000\u001b[2J']) {
    const { status, out, err } = await run([], input);
    assert.equal(status, 0);
    assert.match(out, /^Nothing was recognised\./);
    assert.ok(!out.includes('\u001b'));
    assert.equal(err, '');
  }
});

void test('no colour goes into a pipe, whatever the environment says', async () => {
  const { out } = await run([], '401.2', { FORCE_COLOR: '1' });
  assert.ok(!out.includes('\u001b'));
});

void test('--help goes to standard output', async () => {
  const { status, out, err } = await run(['--help']);
  assert.equal(status, 0);
  assert.match(out, /^Usage: npm run --silent decode -- \[--json .*\[FILE \.\.\. \| -\]/);
  assert.equal(err, '');
});

const ROWS = [
  '#Fields: date time cs-uri-stem cs-username c-ip sc-status sc-substatus sc-win32-status',
  '2026-11-20 03:12:44 /app/ - 10.0.0.81 401 2 5',
].join('\n');

void test('--query prints the query alone, and what it cannot see on standard error', async () => {
  const { status, out, err } = await run(['--query', 'duckdb:401s', '-'], ROWS);
  assert.equal(status, 0);
  assert.match(out, /^WITH log AS \([^]*ORDER BY hits DESC;\n$/);
  assert.match(err, /^Replace the path [^]*also steps of every good logon\.\n/);
});

const TICKET = JSON.stringify({
  '@timestamp': '2026-11-20T03:12:44Z',
  event: { code: '4769', provider: 'Microsoft-Windows-Security-Auditing' },
  winlog: {
    event_id: 4769,
    event_data: { ServiceName: 'HTTP/a.contoso.com', Status: '0x7', TargetUserName: 'alex' },
  },
});

void test('--query asks events in the same way, around the time of those that were read', async () => {
  const { status, out, err } = await run(['--query', 'securityevent:failing-names', '-'], TICKET);
  assert.equal(status, 0);
  assert.match(out, /SecurityEvent\n\| where TimeGenerated >= datetime\(2026-11-19T13:12:44Z\)/);
  assert.match(err, /^Run it in the Log Analytics workspace [^]*An empty answer proves nothing/);
});

void test('--query asks the last day of events without any evidence of events', async () => {
  const { status, out } = await run(['--query', 'splunk:lockouts', '-'], '401.2');
  assert.equal(status, 0);
  assert.match(out, /EventCode IN \(4740\) earliest=-24h/);
});

const NO_QUERY: [string, string, string, RegExp][] = [
  [
    'an unknown engine',
    'oracle:401s',
    ROWS,
    /^decode: --query takes ENGINE:QUESTION, .*\n[^]*duckdb/,
  ],
  ['no log', 'duckdb:401s', '2148074254', /^decode: A query needs rows of a W3C log/],
  [
    'a log that the table lacks',
    'securityevent:ntlm',
    TICKET,
    /SecurityEvent holds the Security log/,
  ],
  ['an engine for logs and a question to events', 'duckdb:rc4', TICKET, /--query takes/],
  ['a column short', 'duckdb:attempts', ROWS.replaceAll('sc-substatus', 'x-sub'), /sc-substatus/],
];

for (const [name, option, input, message] of NO_QUERY) {
  void test(`--query with ${name} says so`, async () => {
    const { status, out, err } = await run(['--query', option, '-'], input);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, message);
  });
}

const ERRORS: [string, string[], RegExp][] = [
  ['an unknown option', ['--nope'], /^decode: Unknown option "--nope"; .*\.\n$/],
  [
    'a file and standard input',
    ['a', '-'],
    /^decode: Standard input \("-"\) cannot be read with other files\.\n$/,
  ],
  [
    'a file that is not there',
    ['/no/such/file'],
    /^decode: Cannot read "\/no\/such\/file": no such file\.\n$/,
  ],
  ['a folder', [tmpdir()], /^decode: Cannot read ".*": it is a folder\.\n$/],
];

for (const [name, args, message] of ERRORS) {
  void test(`${name} is a usage error in one sentence`, async () => {
    const { status, out, err } = await run(args);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, message);
  });
}

void test('many logs that are small alone and large together are one log, whatever else is given', async () => {
  const log = [...bigLog({ seed: 71, bytes: 10_000_000, refused: 0.1 })].join('');
  const lines = log.split(/(?<=\n)/);
  const each = Math.ceil(lines.length / 20);
  const paths = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      file(`u_ex${i + 10}.log`, lines.slice(i * each, (i + 1) * each).join('')),
    ),
  );
  const whole = await run(['--json', await file('whole.log', log)]);
  const parts = await run(['--json', ...paths, await file('note.txt', '2148074254')]);
  const rowsOf = ({ out }: Result) => (JSON.parse(out) as Decoded).log?.rows;
  assert.equal(rowsOf(parts), rowsOf(whole));
  assert.equal((JSON.parse(parts.out) as Decoded).log?.reading.length, 2);
});

void test('a reader that closes the pipe early is no error', async () => {
  const child = spawn(process.execPath, [PROGRAM, '--json'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined);
  child.stdin.end('401 2 5 and 0x80090322 '.repeat(20_000));
  child.stdout.destroy();
  const status = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(status, 0);
  assert.equal(err, '');
});
