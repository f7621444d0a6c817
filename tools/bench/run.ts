/**
 * How fast the decoder reads, as ratios against other programs in the same run on the same input:
 * times differ from machine to machine, ratios hardly do. The rounds of both sides alternate, so
 * that whatever else the machine does hits both.
 */
import { readFileSync } from 'node:fs';
import { ASN1 } from '@lapo/asn1js';
import { fromBER } from 'asn1js';
import { decode } from '../../src/core/index.ts';
import { decodeToken } from '../../src/core/evidence/token/decode/decode.ts';
import { busyLog } from '../../tests/logs/busy-log.ts';

const ROUNDS = 15;
const WARM_UP_ROUNDS = 3;
/** UTF-16 code units of the generated log; below what one paste may hold. */
const LOG_LENGTH = 4 * 1024 * 1024;

interface Contest {
  name: string;
  /** What the other side does, and what it leaves undone. */
  against: string;
  ours: () => Promise<unknown>;
  theirs: () => unknown;
}

const TOKENS = asn1Tokens();
const LOG = busyLog(LOG_LENGTH);

/** Every token as bytes, to all its fields with their places; no paste around it, no findings. */
const decodeTokens = () => {
  for (const { bytes } of TOKENS) decodeToken({ bytes, at: (start, end) => ({ start, end }) });
  return Promise.resolve();
};

const CONTESTS: readonly Contest[] = [
  {
    name: `${TOKENS.length} tokens, bytes to fields`,
    against: "asn1js's fromBER on the same bytes: outer elements only, no names",
    ours: decodeTokens,
    theirs: () => {
      for (const { bytes } of TOKENS) fromBER(bytes);
    },
  },
  {
    name: `${TOKENS.length} tokens, bytes to fields`,
    against: "@lapo/asn1js's ASN1.decode on the same bytes: elements, no names",
    ours: decodeTokens,
    theirs: () => {
      for (const { bytes } of TOKENS) ASN1.decode(bytes);
    },
  },
  {
    name: `${TOKENS.length} tokens, each pasted as a header, to findings`,
    against: "asn1js's fromBER on the bytes: outer elements only, no names, no spans, no findings",
    ours: async () => {
      for (const { header } of TOKENS) await decode(header);
    },
    theirs: () => {
      for (const { bytes } of TOKENS) fromBER(bytes);
    },
  },
  {
    name: `a log of ${(LOG.length / 1024 / 1024).toFixed(1)} MiB, to attempts and findings`,
    against: 'splitting lines and values, and counting each status: no meaning, no spans',
    ours: () => decode(LOG),
    theirs: () => countStatuses(LOG),
  },
];

for (const { name, against, ours, theirs } of CONTESTS) {
  const own: number[] = [];
  const other: number[] = [];
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    const times = [await timed(ours), await timed(theirs)] as const;
    if (round < 0) continue;
    own.push(times[0]);
    other.push(times[1]);
  }
  console.log(name);
  console.log(`  against ${against}`);
  console.log(`  medians of ${ROUNDS}: ${shown(median(own))} and ${shown(median(other))}`);
  console.log(`  ratio: ${(median(own) / median(other)).toFixed(1)}\n`);
}

/** Tokens of the fixtures that the other side can read too: whole, and ASN.1 from the first byte. */
function asn1Tokens(): { header: string; bytes: Uint8Array<ArrayBuffer> }[] {
  const { tokens } = JSON.parse(readFileSync('tests/fixtures/tokens/tokens.json', 'utf8')) as {
    tokens: { base64: string }[];
  };
  return tokens
    .map(({ base64 }) => ({
      header: `Authorization: Negotiate ${base64}`,
      bytes: Uint8Array.from(Buffer.from(base64, 'base64')),
    }))
    .filter(({ bytes }) => fromBER(bytes).offset === bytes.length);
}

function countStatuses(log: string): Map<string, number> {
  const counts = new Map<string, number>();
  let column = -1;
  for (const line of log.split('\n')) {
    if (line.startsWith('#Fields: ')) column = line.slice(9).split(' ').indexOf('sc-status');
    if (line === '' || line.startsWith('#')) continue;
    const status = line.split(' ')[column] ?? '';
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(2)} ms`;
}
