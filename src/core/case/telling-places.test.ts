/** Which places of a case are worth showing, and in which order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCase } from './open-case.ts';
import { tellingPlaces } from './telling-places.ts';

const ROWS = [
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken',
  '2026-11-20 03:12:40 10.0.0.12 GET / - 443 - 10.0.0.80 Mozilla/5.0 200 0 0 5',
  '2026-11-20 03:12:44 10.0.0.12 GET /app/ - 443 - 10.0.0.81 Mozilla/5.0 401 1 1326 3',
].join('\n');

test('what proves the first finding comes first, and rows are whole', async () => {
  const decoded = await openCase([{ text: ROWS }]);
  const shown = tellingPlaces(decoded, '1').map(({ start, end }) => ROWS.slice(start, end));
  const [proof] = decoded.findings[0]?.evidence ?? [];
  assert.equal(shown[0], ROWS.slice(proof?.start, proof?.end));
  assert.ok(shown.includes(ROWS.split('\n')[2] ?? ''), shown.join(' | '));
});

test('places of other sources are not among them', async () => {
  const decoded = await openCase([{ text: ROWS }, { text: 'KRB_AP_ERR_MODIFIED' }]);
  const first = tellingPlaces(decoded, '1');
  const second = tellingPlaces(decoded, '2');
  assert.ok(first.length > 0 && first.every(({ source }) => source === '1'));
  assert.ok(second.length > 0 && second.every(({ source }) => source === '2'));
});
