/** What each query to events holds and leaves out. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ENCRYPTION_TYPES } from '../../../codes/etypes.ts';
import { describeEvent, describeKerberos } from '../../../codes/lookup.ts';
import { ENGINES } from './engines.ts';
import { compared } from './narrowing.ts';
import { queryOf } from './query.ts';
import { QUESTIONS } from './questions.ts';
import { engine, ONLY, PAIRS, query, RANGE } from '../testing/query-help.ts';

void test('every engine and question has a name of its own', () => {
  assert.equal(new Set(ENGINES.map(({ id }) => id)).size, ENGINES.length);
  assert.equal(new Set(QUESTIONS.map(({ id }) => id)).size, QUESTIONS.length);
});

void test('every question reads events and names codes as the tables of this site have them', () => {
  for (const { id, events, by } of QUESTIONS) {
    for (const event of events) assert.ok(describeEvent(event).length > 0, `${id}: ${event}`);
    for (const { name, as } of by) {
      for (const [code, word] of typeof as === 'object' ? as.codes : []) {
        const known =
          name === 'etype' ? ENCRYPTION_TYPES[code]?.name : describeKerberos(code)?.name;
        assert.equal(word, known, `${id}: ${code}`);
      }
    }
  }
});

void test('an engine without the log says so, and what to do', () => {
  const cannot = ENGINES.flatMap((one) =>
    QUESTIONS.filter((question) => 'unavailable' in queryOf(one, question, {})).map(
      ({ id }) => `${one.id} ${id}`,
    ),
  );
  const security = QUESTIONS.filter(({ log }) => log === 'Security').map(({ id }) => id);
  const others = QUESTIONS.filter(({ log }) => log !== 'Security').map(({ id }) => id);
  assert.deepEqual(cannot, [
    ...others.map((id) => `securityevent ${id}`),
    ...security.map((id) => `event ${id}`),
  ]);
  for (const { lacks } of ENGINES) {
    for (const why of Object.values(lacks)) assert.match(why, /ask (?:Event|one)/);
  }
});

void test('no query is silent about what silence means', () => {
  for (const [id, question] of PAIRS) {
    assert.match(query(id, question).blind.join(' '), /An empty answer proves nothing/);
  }
});

void test('every query asks for the log, its events and the time', () => {
  for (const [id, question] of PAIRS) {
    const found = QUESTIONS.find((one) => one.id === question);
    const whole = query(id, question, { range: RANGE });
    const day = query(id, question);
    for (const event of found?.events ?? []) assert.match(whole.text, new RegExp(`\\b${event}\\b`));
    assert.match(whole.text, /2026-03-02T08:15:00Z|earliest=1772439300/);
    assert.match(day.text, /ago\(24h\)|-24h|24 hours|86400000/);
    assert.notEqual(whole.text, day.text);
  }
});

void test('names are compared without their realm, domain and prefix', () => {
  assert.equal(compared('name', 'HTTP/Portal.contoso.com@CONTOSO.COM'), 'http/portal.contoso.com');
  assert.equal(compared('name', 'HTTP/portal.contoso.com:8080'), 'http/portal.contoso.com:8080');
  assert.equal(compared('account', 'CONTOSO\\Kim'), 'kim');
  assert.equal(compared('account', 'kim@contoso.com'), 'kim');
  assert.equal(compared('account', 'WEB01$'), 'web01$');
  assert.equal(compared('address', '::ffff:10.0.0.1'), '10.0.0.1');
  assert.equal(compared('address', 'fe80::1'), 'fe80::1');
  assert.equal(compared('machine', '\\\\A-very-long-name01.contoso.com'), 'a-very-long-nam');
});

void test('every engine takes the same away from a name, and compares what is left', () => {
  for (const [id, question] of PAIRS) {
    const narrows = QUESTIONS.find((one) => one.id === question)?.narrows ?? {};
    const { text, leftOut } = query(id, question, { only: ONLY });
    const { literal } = engine(id);
    const expected: Record<keyof typeof ONLY, string> = {
      name: 'http/portal.contoso.com',
      account: "o'neil",
      address: '192.0.2.17',
      machine: 'web01',
    };
    for (const [by, name] of Object.entries(expected)) {
      assert.equal(text.includes(literal(name)), by in narrows, `${id} ${question} ${by}`);
    }
    assert.equal(leftOut.length, 4 - Object.keys(narrows).length);
  }
});

void test('4740 has the machine of the caller in the place of the domain', () => {
  assert.match(query('powershell', 'lockouts').text, /machine = .*\['TargetDomainName'\]/);
  assert.match(
    query('splunk', 'lockouts').text,
    /coalesce\(Caller_Computer_Name, TargetDomainName\)/,
  );
});

void test('codes are asked for in each spelling that the log may have', () => {
  const { text } = query('powershell', 'failing-names');
  assert.match(text, /''0xe'' or Data\[@Name=''Status''\]=''0xE''/);
  assert.match(query('splunk', 'failing-names').text, /"0x25", "0x00000025"/);
});

void test('machines are named where no directory lists them, and no more than twenty', () => {
  assert.match(query('powershell', 'ntlm-logons').text, /^\$machines = @\('WEB01'\)$/m);
  const many = Array.from({ length: 30 }, (_, i) => `web${i}`);
  const { text, leftOut } = query('powershell', 'ntlm-logons', { machines: many });
  assert.match(text, /'web19'\)$/m);
  assert.doesNotMatch(text, /web20|WEB01/);
  assert.match(leftOut.join(), /after the first 20/);
  assert.doesNotMatch(query('powershell', 'lockouts', { machines: many }).text, /web1/);
});

void test('PowerShell has no string in which a name would be read as code', () => {
  for (const { id } of QUESTIONS) {
    const { text } = query('powershell', id, { only: ONLY, range: RANGE });
    assert.doesNotMatch(text.replace(/'(?:[^']|'')*'/g, ''), /["`]/);
  }
});
