/**
 * What the sources of the test tokens say themselves (pyspnego's YAML and dictionaries, mostly):
 * names and values, in no structure of ours. Each becomes a row that some field must answer.
 */
import type { Field } from '../../../contract/decoded.ts';
import { allFields, type Json } from './fixtures.ts';

/** A name, the value as we would show it, and the values of our fields of that name. */
export type Claim = readonly [name: string, stated: string, decoded: readonly string[]];

/** Names of theirs that we call the same. */
const SAME = [
  'pvno',
  'msg-type',
  'tkt-vno',
  'etype',
  'kvno',
  'realm',
  'crealm',
  'name-type',
  'nonce',
  'susec',
  'error-code',
  'padata-type',
  'ServerChallenge',
  'TargetName',
  'DomainName',
  'UserName',
  'Workstation',
  'MIC',
  'NTProofStr',
  'ChallengeFromClient',
  'thisMech',
  'supportedMech',
  'mechTypes',
  'negState',
  'name-string',
  'cipher',
  'till',
  'stime',
];

const OURS: Readonly<Record<string, string>> = {
  mechTypes: 'mechType',
  'name-string': 'component',
};
const STATES: Readonly<Record<string, string>> = {
  '0': 'accept-completed',
  '1': 'accept-incomplete',
  '2': 'reject',
};

/** `AES256 (18)` is 18, `15AF...(1031 bytes)` its hex, `2020-06-13T21:04:23+00:00` our spelling. */
function normal(name: string, value: Json): string | undefined {
  if (value === null || value === '' || typeof value === 'object') return undefined;
  const text = String(value);
  if (name === 'cipher') return text.split('...')[0]?.toLowerCase();
  // NTLMv1 has no such part: its source calls the whole response so.
  if (name === 'NTProofStr' && text.length > 32) return undefined;
  if (/^[0-9A-F]{8,}$/.test(text)) return text.toLowerCase();
  const numbered = /\((-?[\d.]+)\)$/.exec(text)?.[1] ?? text;
  if (name === 'negState') return STATES[numbered];
  return numbered.replace('+00:00', 'Z');
}

function isNames(json: Json): json is Record<string, Json> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function* statements(json: Json, name: string): Generator<[string, string]> {
  if (Array.isArray(json)) {
    for (const item of json) yield* statements(item, name);
  } else if (isNames(json)) {
    const { Len, BufferOffset, raw } = json;
    if (name.endsWith('Fields'))
      yield [name, `${Number(Len)} bytes at offset ${Number(BufferOffset)}`];
    if (name === 'NegotiateFlags')
      yield ['NegotiateFlags', `0x${Number(raw).toString(16).padStart(8, '0')}`];
    for (const [key, value] of Object.entries(json)) yield* statements(value, key);
  } else if (SAME.includes(name)) {
    const stated = normal(name, json);
    if (stated !== undefined) yield [OURS[name] ?? name, stated];
  }
}

export function claimsOf(expected: Json, fields: readonly Field[]): Claim[] {
  const all = allFields(fields);
  return [...statements(expected, '')].map(([name, stated]) => {
    const own = all.filter(
      (field) => field.name === name || (name === 'cname' && field.name === name),
    );
    return [name, stated, own.flatMap(({ value }) => value ?? [])];
  });
}
