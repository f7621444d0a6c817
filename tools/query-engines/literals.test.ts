/**
 * Names in a log are written by whoever sends requests. In each language: a name is one literal,
 * the literal's value is the name, and the query around it is the same for every name.
 *
 * DuckDB and KQL are asked themselves. Log Parser, PowerShell, Splunk and Elasticsearch are not to be
 * had here, so their literals are read by a few lines that follow their documentation.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Engine } from '../../src/core/evidence/iis-log/queries/engine.ts';
import { ENGINES } from '../../src/core/evidence/iis-log/queries/engines.ts';
import type { Narrowing } from '../../src/core/evidence/iis-log/queries/asked.ts';
import { QUESTIONS } from '../../src/core/evidence/iis-log/queries/questions.ts';
import {
  COLUMNS,
  engine,
  query,
  RANGE,
} from '../../src/core/evidence/iis-log/testing/query-help.ts';
import { names, UNFIT } from './hostile-names.ts';
import { run } from './run-duckdb.ts';
import { strings } from './esql.ts';
import { literals } from './kusto.ts';

/** The value of a literal by the language's documentation; undefined when it is not one literal. */
const READERS: Record<string, (literal: string) => string | undefined> = {
  // Log Parser 2.2 help, "Constant Values": \' \\ \uxxxx, nothing else.
  logparser: (literal) => {
    const [, inner] = /^'((?:[^'\\%"\r\n]|\\\\|\\'|\\u[0-9a-f]{4})*)'$/.exec(literal) ?? [];
    return inner?.replace(/\\(u([0-9a-f]{4})|.)/g, (_, sign: string, hex?: string) =>
      hex === undefined ? sign : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  },
  // about_Quoting_Rules: two quotes, of the five that PowerShell takes for one, are a quote.
  powershell: (literal) => {
    const [, inner] = /^'((?:[^'\u2018-\u201b]|(['\u2018-\u201b])\2)*)'$/u.exec(literal) ?? [];
    return inner?.replace(/(['\u2018-\u201b])\1/g, '$1');
  },
  // Only signs that mean nothing to Splunk in a literal, and percent escapes.
  splunk: (literal) => {
    const [, , inner] = /^(urldecode\()?"([\w.@:/%-]*)"\)?$/.exec(literal) ?? [];
    if (inner === undefined || literal.startsWith('urldecode(') !== literal.endsWith(')')) return;
    return decodeURIComponent(inner);
  },
};

for (const [id, valueOf] of Object.entries(READERS)) {
  void test(`${id}: a name is one literal whose value is the name`, () => {
    fc.assert(
      fc.property(names, (name) => {
        assert.equal(valueOf(engine(id).literal(name)), name);
      }),
      { numRuns: 1000 },
    );
  });
}

void test('duckdb: a name is one literal whose value is the name', async () => {
  await fc.assert(
    fc.asyncProperty(names, async (name) => {
      assert.deepEqual(await run(`SELECT ${engine('duckdb').literal(name)}, 1`), [[name, '1']]);
    }),
    { numRuns: 300 },
  );
});

void test('kql: a name is one literal whose value is the name', () => {
  fc.assert(
    fc.property(names, (name) => {
      const query = `T | where a =~ ${engine('w3ciislog').literal(name)} and b == 7`;
      assert.deepEqual(literals(query), [name, '7']);
    }),
    { numRuns: 300 },
  );
});

void test('esql: a name is one literal whose value is the name', () => {
  fc.assert(
    fc.property(names, (name) => {
      assert.deepEqual(strings(`ROW a = ${engine('esql').literal(name)}, b = "7"`), [name, '7']);
    }),
    { numRuns: 1000 },
  );
});

/** Questions that the engine can be asked. */
const asking = ({ attempts }: Engine) =>
  QUESTIONS.filter(({ kind }) => kind !== 'attempts' || typeof attempts === 'function');

void test('every query is the same around every name', () => {
  fc.assert(
    fc.property(names, (name) => {
      for (const one of ENGINES) {
        const { id, literal } = one;
        for (const question of asking(one)) {
          const only = (value: string): Record<Narrowing, string> => ({
            user: value,
            client: value,
            resource: value,
            site: value,
          });
          const asked = { fields: COLUMNS, range: RANGE };
          const plain = query(id, question.id, { ...asked, only: only('Zq7') });
          const { text } = query(id, question.id, { ...asked, only: only(name) });
          assert.ok(plain.text.includes(literal('Zq7')));
          assert.equal(text, plain.text.split(literal('Zq7')).join(literal(name)));
        }
      }
    }),
    { numRuns: 50 },
  );
});

void test('a name with characters that no query should carry is left out, and said', () => {
  for (const name of UNFIT) {
    const asked = { fields: COLUMNS, only: { user: name } };
    for (const { id } of ENGINES) {
      const { text, leftOut } = query(id, '401s', asked);
      assert.equal(text, query(id, '401s', { fields: COLUMNS }).text);
      assert.match(leftOut.join(), /name for user/);
    }
  }
});

void test('column names out of a log cannot break out of a query', async () => {
  const hostile = ["'},x='", "cs-x'", 'a"b', 'a-b"c', "cs('x')", 'é-1', 'x-y);--'];
  const { text } = query('duckdb', '401s', { fields: [...hostile, ...COLUMNS] });
  assert.deepEqual(await run(text), []);
});
