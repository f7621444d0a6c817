/** What each query holds and leaves out, and that each is at least a text of its language. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { OUTCOME_RULES } from '../attempts/outcomes.ts';
import { areOfOneGo, bitOf } from '../attempts/signs.ts';
import { causeOf } from '../attempts/win32-causes.ts';
import { offerOf } from './asked.ts';
import { columnsOf } from './columns.ts';
import type { Engine } from './engine.ts';
import { ENGINES } from './engines.ts';
import { PERSONAL_SIGNS, REFUSED_SIGNS } from './joining.ts';
import { outcomeRules } from './outcome-rules.ts';
import { HANDSHAKE } from './row-signs.ts';
import { queryOf } from './query.ts';
import { type Question, QUESTIONS } from './questions.ts';
import { logOf, read, row } from '../testing/help.ts';
import { COLUMNS, engine, query, RANGE } from '../testing/query-help.ts';

const without = (...names: string[]) => COLUMNS.filter((name) => !names.includes(name));

/** How each engine spells a column: what must not stand in a query when the log lacks it. */
const SPELLINGS: Record<string, RegExp> = {
  'sc-win32-status': /sc-win32-status|win32status|win32_status|\bwin32\b/i,
  'cs-username': /cs-username|csUserName|cs_username|user\.name/i,
  'cs(User-Agent)': /User-Agent|UserAgent|User_Agent|\bagent\b/i,
  'time-taken': /time-taken|TimeTaken|time_taken|event\.duration/i,
  'cs-method': /cs-method|csMethod|cs_method|request\.method/i,
};
/** 401.1 with 0 and a name is a refusal of IIS 6; a log without names loses nothing by it. */
const IIS_6 = /win32\S* ?(?:=|==|-eq) ?'?0\b[^\n]*$/gim;

const find = (engine: Engine, question: Question, fields: readonly string[]) => {
  const found = queryOf(engine, question, { fields, range: RANGE });
  return 'unavailable' in found ? undefined : found;
};

for (const [name, spelling] of Object.entries(SPELLINGS)) {
  void test(`a log without ${name}: no query reads it, and the query says so`, () => {
    for (const one of ENGINES) {
      for (const question of QUESTIONS) {
        const about = `${one.id} ${question.id}`;
        const whole = find(one, question, COLUMNS);
        const less = find(one, question, without(name));
        if (!whole || !less) continue;
        assert.doesNotMatch(less.text, spelling, about);
        assert.deepEqual(whole.leftOut, [], about);
        const read = whole.text.replace(/columns = \{[^}]*\}/, '').replace(IIS_6, '');
        if (spelling.test(read)) {
          assert.ok(less.leftOut.join().includes(name), `${about}: ${less.leftOut.join()}`);
        }
      }
    }
  });
}

void test('a question that has no answer without a column says which', () => {
  for (const one of ENGINES) {
    for (const question of QUESTIONS.filter(({ needs }) => needs.includes('substatus'))) {
      const found = queryOf(one, question, { fields: without('sc-substatus') });
      assert.match(JSON.stringify(found), /unavailable.*(sc-substatus|cannot compare)/);
    }
  }
});

void test('an engine that cannot put rows together says so', () => {
  const cannot = ENGINES.filter(({ attempts }) => typeof attempts !== 'function');
  assert.deepEqual(
    cannot.map(({ id }) => id),
    ['esql'],
  );
});

void test('App Service has no column for the site', () => {
  const asked = { fields: COLUMNS, only: { site: 'W3SVC2' } };
  assert.match(query('appservice', '401s', asked).leftOut.join(), /no column for the site/);
  assert.match(query('w3ciislog', '401s', asked).text, /sSiteName =~ @'W3SVC2'/);
});

void test('tables without X-Forwarded-For say that the client is the proxy', () => {
  const asked = { fields: [...COLUMNS, 'ClientIP'], only: { client: '192.0.2.17' } };
  for (const { id, never = [] } of ENGINES) {
    const { text, leftOut } = query(id, 'clients', asked);
    const isUnknown = never.includes('forwarded');
    assert.equal(text.includes('192.0.2.17'), !isUnknown, id);
    assert.equal(leftOut.length, isUnknown ? 2 : 0, leftOut.join());
    assert.equal(leftOut.join().includes('X-Forwarded-For'), isUnknown, id);
  }
});

void test('the outcomes are those of the reader, in its order', () => {
  const outcomes = outcomeRules(new Set(columnsOf(COLUMNS))).map(({ outcome }) => outcome);
  const own = OUTCOME_RULES.map(({ outcome }) => outcome);
  const distinct = own.filter((outcome, i) => outcome !== own[i - 1]);
  assert.deepEqual(outcomes, [...distinct, 'unclassified']);
});

void test('what somebody meets in one go is what the reader takes for it', () => {
  const bad = bitOf('bad-credentials');
  assert.deepEqual(
    [...PERSONAL_SIGNS].sort(),
    REFUSED_SIGNS.filter((sign) => areOfOneGo(bitOf(sign), bad)).sort(),
  );
});

void test('the codes of a handshake are those of the reader', () => {
  const known = Array.from({ length: 20_000 }, (_, code) => code);
  const sspi = Array.from({ length: 0x400 }, (_, code) => 0x8009_0000 + code);
  const informational = Array.from({ length: 0x400 }, (_, code) => 0x0009_0000 + code);
  const found = [...known, ...informational, ...sspi].filter((c) => causeOf(c) === 'handshake');
  assert.deepEqual(
    [...HANDSHAKE].sort((a, b) => a - b),
    found,
  );
});

void test('a log offers its columns, its times and its names', () => {
  const offer = offerOf(
    read(
      logOf(
        row('401 2 5'),
        row('401 1 1326', { user: 'CONTOSO\\kim', time: '08:15:09' }),
        row('404 0 2', { time: '08:20:00', ip: '192.0.2.99', stem: '/none' }),
      ),
    ),
  );
  assert.deepEqual(offer?.fields, without('s-sitename'));
  assert.deepEqual(offer.range, { first: '2026-03-02T08:15:02Z', last: '2026-03-02T08:15:09Z' });
  assert.deepEqual(offer.names, {
    user: ['CONTOSO\\kim'],
    client: ['192.0.2.17'],
    resource: ['/app/'],
    site: [],
  });
});

void test('a log in another format offers nothing', () => {
  const ncsa = '192.0.2.1 - - [02/Mar/2026:08:15:02 +0000] "GET / HTTP/1.1" 401 12';
  assert.equal(offerOf(read(ncsa)), undefined);
});

void test('no query says PowerShell to make an Int32 of a Win32 status', () => {
  for (const { id } of QUESTIONS) {
    const { text } = query('powershell', id, { fields: COLUMNS, range: RANGE });
    assert.doesNotMatch(text, /\[int\]|-as \[int/);
    assert.doesNotMatch(text.replace(/'[^']*'/g, ''), /2148074254|"/);
  }
});

/** Words that may stand before `(` in each language, as its reference has them. */
const FUNCTIONS: Record<string, string[]> = {
  logparser: [
    'COUNT',
    'SUM',
    'TO_TIMESTAMP',
    'TIMESTAMP',
    'TO_LOWERCASE',
    'QUANTIZE',
    'EXTRACT_PATH',
    'IN',
    'AND',
    'OR',
    'NOT',
    'WHERE',
    'HAVING',
    'cs',
  ],
  powershell: [
    'if',
    'elseif',
    'foreach',
    'for',
    'not',
    'and',
    'or',
    'StartsWith',
    'Substring',
    'Trim',
    'Split',
    'Sign',
    'Person',
    'while',
    'Count',
    'AddMilliseconds',
    'AddSeconds',
    'Add',
    'ToLower',
    'ContainsKey',
    'switch',
    'in',
  ],
  splunk: [
    'IN',
    'in',
    'case',
    'true',
    'null',
    'like',
    'replace',
    'trim',
    'split',
    'mvindex',
    'mvjoin',
    'mvfind',
    'min',
    'max',
    'first',
    'lower',
    'urldecode',
    'coalesce',
    'tonumber',
    'isnull',
    'isnotnull',
    'if',
    'count',
    'eval',
    'sum',
    'last',
    'values',
    'dc',
    'NOT',
    'AND',
    'OR',
    'where',
  ],
};
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

for (const [id, functions] of Object.entries(FUNCTIONS)) {
  void test(`${id}: brackets and quotes are in pairs, functions are known`, () => {
    for (const question of QUESTIONS) {
      const only = { user: "o'neil (x", client: '192.0.2.1', resource: '/a[b' };
      const { text } = query(id, question.id, { fields: COLUMNS, range: RANGE, only });
      const bare = text.replace(id === 'splunk' ? /"[^"]*"/g : /'(?:[^'\\]|''|\\.)*'/g, '0');
      const open: string[] = [];
      for (const sign of bare.match(/[()[\]{}]/g) ?? []) {
        if (sign in PAIRS) assert.equal(open.pop(), PAIRS[sign], bare);
        else open.push(sign);
      }
      assert.deepEqual(open, []);
      assert.doesNotMatch(bare, id === 'splunk' ? /["'`]/ : /["`]/);
      for (const [, name = ''] of bare.matchAll(/([A-Za-z_]+) ?\(/g)) {
        assert.ok(functions.includes(name), `${question.id}: ${name}`);
      }
    }
  });
}

void test('every engine and question has a name of its own', () => {
  assert.equal(new Set(ENGINES.map(({ id }) => id)).size, ENGINES.length);
  assert.equal(new Set(QUESTIONS.map(({ id }) => id)).size, QUESTIONS.length);
  assert.equal(engine('duckdb').name, 'DuckDB');
});
