/** Decodes a scenario's traffic as it would be pasted and holds it against both opinions. */
import { decode, type Decoded, type Token } from '../../src/core/index.ts';
import type { Traffic } from './clients.ts';
import { compare } from './compare.ts';
import type { Programs } from './programs.ts';
import type { Expected } from './scenario.ts';
import { readByTshark, type Shown } from './tshark.ts';

export interface TokenResult {
  layers: string;
  /** Values that were known by construction, and values that tshark reads too. */
  known: number;
  tshark: number;
}

export interface Judgement {
  tokens: TokenResult[];
  finding: string;
  wrong: string[];
  unnamed: string[];
}

export async function judge(
  programs: Programs,
  { connections, printed }: Traffic,
  expected: Expected,
): Promise<Judgement> {
  const paste = connections
    .flat()
    .map(({ bytes }) => bytes.toString('latin1'))
    .join('\r\n');
  const decoded = await decode(paste);
  const shown = await readByTshark(programs, connections);
  const wrong = [...whole(decoded, expected, shown)];
  if (printed !== undefined) wrong.push(...(await samePrinted(decoded, printed)));
  const unnamed: string[] = [];
  const tokens = decoded.tokens.map((token, index): TokenResult => {
    const known = differences(expected.tokens[index] ?? {}, token, `token ${index + 1}`);
    const bytes = Buffer.from(paste.slice(token.at.start, token.at.end), 'base64');
    const second = compare(token, bytes, shown[index] ?? []);
    wrong.push(
      ...known.wrong,
      ...second.disagreements.map((said) => `token ${index + 1}: ${said}`),
    );
    unnamed.push(...second.unnamed);
    return { layers: token.layers.join(' > '), known: known.stated, tshark: second.compared };
  });
  return { tokens, finding: decoded.findings[0]?.id ?? '(none)', wrong, unnamed };
}

function* whole(
  { tokens, findings, messages, problems }: Decoded,
  expected: Expected,
  shown: Shown[][],
) {
  const pairs = [
    ['tokens', tokens.length, expected.tokens.length],
    ["tokens, tshark's", shown.length, expected.tokens.length],
    ['status', messages?.findLast(({ status }) => status !== undefined)?.status, expected.status],
    ['first finding', findings[0]?.id, expected.finding],
    ['problems', problems.map(({ message }) => message).join(' '), ''],
  ];
  for (const [what, is, should] of pairs) {
    if (is !== should) yield `${what}: ${is}, not ${should}`;
  }
}

/** What the client printed of the same traffic has to lead to the same tokens and findings. */
async function samePrinted(decoded: Decoded, printed: string): Promise<string[]> {
  const again = await decode(printed);
  // The client also prints messages of its own, which the traffic does not have; they tell more than
  // that nobody took up an offer.
  const isOfTraffic = (id: string) => !/^(?:sentence|code)\.|^http\.offer$/.test(id);
  // Places in the two pastes differ.
  const bare = (token: Token) => ({ ...token, at: undefined, fields: undefined });
  const gist = ({ tokens, findings }: Decoded) =>
    JSON.stringify([tokens.map(bare), findings.map(({ id }) => id).filter(isOfTraffic)]);
  const [raw, own] = [gist(decoded), gist(again)];
  return raw === own ? [] : [`curl -v decodes to ${own}, the raw traffic to ${raw}`];
}

/** Every value stated, at any depth, against the one decoded. */
function differences(stated: unknown, decoded: unknown, path: string) {
  const result = { stated: 0, wrong: [] as string[] };
  if (isObject(stated)) {
    for (const [key, part] of Object.entries(stated)) {
      const below = differences(
        part,
        isObject(decoded) ? decoded[key] : undefined,
        `${path}.${key}`,
      );
      result.stated += below.stated;
      result.wrong.push(...below.wrong);
    }
    return result;
  }
  const [is, should] = [JSON.stringify(decoded), JSON.stringify(stated)];
  return { stated: 1, wrong: is === should ? [] : [`${path}: ${is}, not ${should}`] };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
