/** The decoder as a package: packed, installed into an empty folder without a network, and run there. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import test, { after, before } from 'node:test';
import { buildPackage } from '../../../src/cli/package/build.ts';

interface Manifest {
  name: string;
  bin: Record<string, string>;
  dependencies?: Record<string, string>;
}

const ROW = '2026-11-20 03:12:44 10.0.0.12 GET /app/ - 443 - 10.0.0.81 Mozilla/5.0 401 2 5 3\n';

/** More than one thread reads. */
const ROWS = 200_000;

/** Bytes; the JSON of a log is long. */
const OUTPUT = 256 * 1024 * 1024;

let folder = '';
let empty = '';

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'package '));
  empty = join(folder, 'empty');
  mkdirSync(empty);
  writeFileSync(join(empty, 'package.json'), '{ "private": true }');
  await buildPackage(join(folder, 'decoder'));
  const tarballs = pack(join(folder, 'decoder'), ...neededFolders());
  npm(empty, 'install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', ...tarballs);
});

after(() => {
  rmSync(folder, { recursive: true });
});

test('the package has the dependencies of the decoder, and no others', () => {
  const { name, bin, dependencies } = manifestIn(join(folder, 'decoder'));
  assert.deepEqual({ name, bin }, { name: 'decode-401', bin: { 'decode-401': 'decode.js' } });
  assert.deepEqual(Object.keys(dependencies ?? {}), ['@zip.js/zip.js', 'asn1js', 'saxes']);
});

test('installed, it decodes a log', () => {
  writeFileSync(join(empty, 'u_ex.log'), ROW);
  const { status, stdout, stderr } = run('u_ex.log');
  assert.equal(stderr, '');
  assert.match(stdout, /10\.0\.0\.81/);
  assert.match(stdout, /401\.2/);
  assert.equal(status, 0);
});

test('installed, it reads a token, XML and a log that several threads read', () => {
  const token = readFileSync('tests/fixtures/founding/cut-header.txt', 'utf8');
  writeFileSync(join(empty, 'token.txt'), token);
  assert.match(run('token.txt').stdout, /Kerberos|NTLM/);
  const config =
    '<configuration><system.webServer><security><authentication><windowsAuthentication enabled="true"/></authentication></security></system.webServer></configuration>';
  writeFileSync(join(empty, 'web.config'), config);
  assert.match(run('web.config').stdout, /[Ww]indows ?[Aa]uthentication/);
  writeFileSync(join(empty, 'big.log'), ROW.repeat(ROWS));
  const { status, stdout } = run('--json', 'big.log');
  assert.equal(status, 0);
  assert.equal((JSON.parse(stdout) as { log: { rows: number } }).log.rows, ROWS);
});

/** Folders of everything that the package needs at run time, in `node_modules`. */
function neededFolders(): string[] {
  const found = new Set<string>();
  const take = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    Object.keys(manifestIn(join('node_modules', name)).dependencies ?? {}).forEach(take);
  };
  Object.keys(manifestIn(join(folder, 'decoder')).dependencies ?? {}).forEach(take);
  return [...found].map((name) => resolve('node_modules', name));
}

/** The archives of the packages in these folders. */
function pack(...sources: readonly string[]): string[] {
  const packed = JSON.parse(
    npm(folder, 'pack', ...sources, '--json', '--ignore-scripts', '--offline'),
  ) as { filename: string }[];
  return packed.map(({ filename }) => join(folder, filename));
}

function manifestIn(source: string): Manifest {
  return JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Manifest;
}

function npm(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  assert.equal(status, 0, `npm ${args.join(' ')}: ${stderr}`);
  return stdout;
}

function run(...args: string[]) {
  const program = join(empty, 'node_modules', 'decode-401', 'decode.js');
  return spawnSync(process.execPath, [program, ...args], {
    cwd: empty,
    encoding: 'utf8',
    maxBuffer: OUTPUT,
  });
}
