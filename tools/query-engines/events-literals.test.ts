/**
 * Names in events are written by whoever asks for a ticket. In each language a name is one literal
 * (`literals.test.ts`, by the same functions), and the query around it is the same for every name.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { compared, type Narrowing } from '../../src/core/evidence/event/queries/narrowing.ts';
import { QUESTIONS } from '../../src/core/evidence/event/queries/questions.ts';
import {
  engine,
  ONLY,
  PAIRS,
  query,
  RANGE,
} from '../../src/core/evidence/event/testing/query-help.ts';
import { isWritable } from '../../src/core/queries/writable.ts';
import { strings } from './esql.ts';
import { names, UNFIT } from './hostile-names.ts';
import { literals } from './kusto.ts';

const NARROWINGS = Object.keys(ONLY) as Narrowing[];

void test('every query is the same around every name', () => {
  fc.assert(
    fc.property(names, fc.constantFrom(...NARROWINGS), (name, by) => {
      const bare = compared(by, name);
      fc.pre(isWritable(bare));
      for (const [id, question] of PAIRS) {
        const { literal } = engine(id);
        const plain = query(id, question, { range: RANGE, only: { [by]: 'zq7' } });
        const { text } = query(id, question, { range: RANGE, only: { [by]: name } });
        assert.equal(text, plain.text.split(literal('zq7')).join(literal(bare)));
      }
    }),
    { numRuns: 60 },
  );
});

void test('kql and esql read the name back', () => {
  fc.assert(
    fc.property(names, (name) => {
      const bare = compared('account', name);
      fc.pre(isWritable(bare));
      const only = { account: name };
      assert.ok(literals(query('securityevent', 'rc4', { only }).text).includes(bare));
      assert.ok(strings(query('esql', 'rc4', { only }).text).includes(bare));
    }),
    { numRuns: 60 },
  );
});

void test('names of machines are literals of PowerShell', () => {
  fc.assert(
    fc.property(names, (name) => {
      const { text } = query('powershell', 'ntlm-logons', { machines: [name] });
      const plain = query('powershell', 'ntlm-logons', { machines: ['Zq7'] });
      const { literal } = engine('powershell');
      assert.equal(
        text,
        plain.text.replace("'Zq7'", () => literal(name)),
      );
    }),
    { numRuns: 100 },
  );
});

void test('a name with characters that no query should carry is left out, and said', () => {
  for (const name of UNFIT) {
    for (const [id, question] of PAIRS) {
      const { text, leftOut } = query(id, question, { only: { account: name }, machines: [name] });
      assert.equal(text, query(id, question).text);
      assert.match(leftOut.join(' '), /account/);
      assert.match(leftOut.join(' '), /A machine with characters/);
    }
  }
});

void test('what a question cannot be narrowed by is left out, and said', () => {
  for (const { id, narrows } of QUESTIONS) {
    for (const by of NARROWINGS.filter((one) => !narrows[one])) {
      const { text, leftOut } = query('splunk', id, { only: { [by]: 'zq7' } });
      assert.equal(text, query('splunk', id).text);
      assert.match(leftOut.join(), /These events have no/);
    }
  }
});
