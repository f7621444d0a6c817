/** Our reading of one token beside tshark's: every value of either side that both have a name for. */
import type { Field, Token } from '../../src/core/index.ts';
import { flagRows } from './flags.ts';
import { TERMS, type Term } from './terms.ts';
import type { Shown } from './tshark.ts';

export interface Comparison {
  compared: number;
  /** Each with both values. */
  disagreements: string[];
  /** tshark's names that have no term. */
  unnamed: string[];
}

type Own = readonly [path: string, text: string, hex: string];

/**
 * What tshark derives instead of reading: its trees of bits (flags.ts has their names), the
 * counts of its lists, its blobs the bytes that are compared as mechToken and responseToken.
 */
const DERIVED =
  /_tree\/(?:ntlmssp\.(?:negotiate|request|target)|kerberos\.APOptions)|ber\.|mechTypes$|name_string$|krb5\.blob$|maxlen$|ntlmv2_response$|\.z$|\.pad$|verf\.body$|sname_string$|cname_string$/;

/** `bytes` are the token's. */
export function compare(token: Token, bytes: Buffer, shown: readonly Shown[]): Comparison {
  const own = flat(token.fields, bytes);
  const result: Comparison = { compared: 0, disagreements: [], unnamed: [] };
  for (const term of TERMS) {
    const theirs = shown.filter(
      ([path, text]) => ends(path, term.tshark) && present(path, text, own),
    );
    const ours = own.filter(([path]) => ends(path, term.ours));
    // What only we read has no second opinion.
    if (theirs.length === 0) continue;
    const left = ours.map(([, text, hex]) => term.as.ours(text, hex));
    const right = theirs.map(([, text]) => term.as.tshark(text));
    result.compared += right.length;
    if (left.join('\n') !== right.join('\n')) result.disagreements.push(told(term, left, right));
  }
  for (const { name, ours, theirs } of flagRows(token.ntlm?.flagNames ?? [], shown)) {
    result.compared++;
    if (ours !== theirs) result.disagreements.push(`${name}: ${ours}; tshark's: ${theirs}`);
  }
  result.unnamed = shown
    .map(([path]) => path)
    .filter((path) => !DERIVED.test(path) && !TERMS.some(({ tshark }) => ends(path, tshark)));
  return result;
}

const ends = (path: string, names: readonly string[]) =>
  names.some((name) => path === name || path.endsWith(`/${name}`));

/**
 * False for what tshark makes up where the token has an empty value: the word NULL, and in place of
 * an empty response or session key the eight bytes of its descriptor.
 */
function present(path: string, text: string, own: readonly Own[]): boolean {
  const [, blob] = /\/ntlmssp\.auth\.(lmresponse|ntresponse|sesskey)$/.exec(path) ?? [];
  const empty = own.some(
    ([name, value]) => name.endsWith(`/${BLOBS[blob ?? ''] ?? ''}Fields`) && value.startsWith('0 '),
  );
  return text !== 'NULL' && !empty;
}

const BLOBS: Readonly<Record<string, string>> = {
  lmresponse: 'LmChallengeResponse',
  ntresponse: 'NtChallengeResponse',
  sesskey: 'EncryptedRandomSessionKey',
};

function flat(fields: readonly Field[], token: Buffer, above = ''): Own[] {
  return fields.flatMap(({ name, value, bytes, children }): Own[] => {
    const path = `${above}/${name}`;
    const hex = bytes ? token.subarray(bytes.start, bytes.end).toString('hex') : '';
    return [[path, value ?? '', hex], ...flat(children ?? [], token, path)];
  });
}

function told({ tshark, ours }: Term, left: string[], right: string[]): string {
  return `${ours.join(', ')}: ${left.join(' | ') || '(none)'}; tshark's ${tshark.join(', ')}: ${right.join(' | ')}`;
}
