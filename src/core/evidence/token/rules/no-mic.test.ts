/** token.no-mic speaks of whole NTLMv2 logons without the code, and of nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tokenNoMic } from './no-mic.ts';
import { findingsOf as judged, factBaseOf } from '../../../case/testing/judge.ts';
import { findingsOf, factsOf } from '../testing/facts-of.ts';

const FIXTURES = new URL('../../../../../tests/fixtures/tokens/tokens.json', import.meta.url);
const { tokens } = JSON.parse(readFileSync(FIXTURES, 'utf8')) as {
  tokens: { name: string; base64: string }[];
};

test('of all public tokens, exactly the whole NTLMv2 logons without a MIC are named', async () => {
  let named = 0;
  for (const { name, base64 } of tokens) {
    const text = `Authorization: Negotiate ${base64}`;
    const decoded = await factsOf(text);
    const expected = decoded.tokens.filter(
      ({ ntlm, complete }) => ntlm?.response === 'NTLMv2' && ntlm.mic === undefined && complete,
    );
    const found = judged([tokenNoMic], factBaseOf(text, { tokens: [...decoded.tokens] }));
    assert.equal(found.length, expected.length, name);
    assert.ok(found.every(({ severity, evidence }) => severity === 'info' && evidence.length > 0));
    named += found.length;
  }
  assert.ok(named > 0);
});

test('a logon that carries one is left alone', async () => {
  const sample = readFileSync(
    new URL('../../../../../content/samples/ntlm-authenticate.yaml', import.meta.url),
    'utf8',
  );
  const { tokens: read } = await factsOf(sample);
  const findings = await findingsOf(sample);
  assert.ok(read.some(({ ntlm }) => ntlm?.mic !== undefined));
  assert.ok(findings.every(({ id }) => id !== 'token.no-mic'));
});
