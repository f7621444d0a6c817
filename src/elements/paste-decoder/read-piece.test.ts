/** What is too long to be edited says the same as a paste, and as a file, whatever it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bigLog } from '../../../tests/logs/big-log.ts';
import { type CaseInput, decode, openCase, PASTE_LENGTH } from '../../core/index.ts';
import { fileOf } from './long-paste.ts';
import { readPiece } from './read-piece.ts';

const read = async (text: string): Promise<CaseInput> =>
  readPiece([await fileOf(text)], {}, () => undefined);

const log = (bytes: number, lineEnd: string) =>
  [...bigLog({ seed: 21, bytes, refused: 0.1, cut: 0.0005, lineEnd })].join('');

const REFUSED =
  '2026-11-20 03:12:44 10.0.0.12 GET /app/ - 443 - 10.0.0.81 Mozilla/5.0 - 401 1 1326 3';

const problemsOf = (reading: CaseInput['reading']) =>
  (reading?.problems ?? []).map(({ message }) => message).join(' ');

const verdictOf = async (input: CaseInput) => (await openCase([input])).findings[0]?.title;

test('a text that is read at once is a text, with line ends as an area has them', async () => {
  const text = log(1_200_000, '\r\n');
  const input = await read(text);
  assert.equal(input.reading, undefined);
  assert.ok(input.text === text.replaceAll('\r\n', '\n'));
});

test('a longer log is read row by row, and says what the file says', async () => {
  const text = log(PASTE_LENGTH + 1_000_000, '\r\n');
  const pasted = await read(text);
  const opened = await readPiece([new File([text], 'u_ex260302.log')], {}, () => undefined);
  assert.ok(pasted.reading?.log && pasted.reading.log.rows > 10_000);
  assert.equal(pasted.reading.log.rows, opened.reading?.log?.rows);
  assert.equal(pasted.reading.log.unreadable, opened.reading?.log?.unreadable);
  assert.equal(pasted.text, opened.text);
  assert.equal(await verdictOf(pasted), await verdictOf(opened));
});

test('a longer text without a log is read as far as a paste is, and says so', async () => {
  const evidence = 'KRB_AP_ERR_MODIFIED\n';
  const input = await read(evidence + `${'nothing of interest '.repeat(20)}\n`.repeat(25_000));
  const decoded = await openCase([input]);
  assert.equal(decoded.findings[0]?.title, (await decode(evidence)).findings[0]?.title);
  assert.match(decoded.problems.map(({ message }) => message).join(), /Only the first/);
});

test('what is with a longer log is not passed over in silence', async () => {
  const klist = '#0>\tClient: anna @ CONTOSO.COM\n\tServer: HTTP/portal @ CONTOSO.COM\n\n';
  const { reading } = await read(`${klist}${log(PASTE_LENGTH, '\n')}`);
  assert.match(problemsOf(reading), /There is klist output, too/);
  const alone = await read(log(PASTE_LENGTH, '\n'));
  assert.doesNotMatch(problemsOf(alone.reading), /too: add/);
});

test('rows amid other text are read', async () => {
  const filler = `${'nothing of interest '.repeat(20)}\n`.repeat(3_000);
  const input = await read(`${filler}${REFUSED}\n${filler}`);
  assert.equal(await verdictOf(input), (await decode(REFUSED)).findings[0]?.title);
});
