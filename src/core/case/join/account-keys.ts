/** Encryption types of an account: those that it allows, and whether it can have keys for them. */
import { cipherOf, ENCRYPTION_TYPES } from '../../codes/etypes.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { bareName, type Account } from '../../facts/names.ts';

type Directory = FactOf<'directoryAccount'>;

/** Bits of msDS-SupportedEncryptionTypes (MS-KILE 2.2.7) and the types of RFC 3961 8 that they stand for. */
const TYPES: readonly (readonly [bit: number, etype: number])[] = [
  [0x10, 18],
  [0x8, 17],
  [0x4, 23],
  [0x2, 3],
  [0x1, 1],
];

/** Numbers of the types that the account allows; undefined where it sets none, so that the default applies. */
export function allowedTypes({ etypes }: Pick<Directory, 'etypes'>): number[] | undefined {
  if (etypes === undefined || (etypes & 0x1f) === 0) return undefined;
  return TYPES.flatMap(([bit, etype]) => ((etypes & bit) === 0 ? [] : [etype]));
}

export const isStrong = (etype: number): boolean => ENCRYPTION_TYPES[etype]?.strength === 'good';

/** `AES-256, AES-128 and RC4`, each once. */
export function ciphers(etypes: readonly number[]): string {
  const names = [...new Set(etypes.map((etype) => cipherOf(etype) ?? `type ${etype}`))];
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** The entries of the directory that can be the account: by its name without domain. */
export function entriesOf(account: Account | undefined, facts: FactBase): Directory[] {
  if (!account) return [];
  return facts
    .all('directoryAccount')
    .filter((one) => one.account !== undefined && bareName(one.account) === bareName(account));
}

/** ` (its password was last set 3/2/2006)`; empty where the listing does not show it. */
export function passwordAge({ passwordSet }: Directory): string {
  return passwordSet === undefined ? '' : ` (its password was last set ${passwordSet})`;
}
