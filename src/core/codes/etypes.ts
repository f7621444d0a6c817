/**
 * Encryption types. Sources: RFC 3961, 3962 (AES), 4757 (RC4), 6803 (Camellia), 8009 (AES with
 * SHA-2); the negative ones are Windows' own. Strength as it is judged now.
 */
export interface EncryptionType {
  name: string;
  /** `weak`: RC4, being disabled, and DES3 (both deprecated by RFC 8429). `broken`: DES, removed. */
  strength: 'good' | 'weak' | 'broken';
}

export const ENCRYPTION_TYPES: Readonly<Record<number, EncryptionType>> = {
  1: { name: 'DES-CBC-CRC', strength: 'broken' },
  2: { name: 'DES-CBC-MD4', strength: 'broken' },
  3: { name: 'DES-CBC-MD5', strength: 'broken' },
  5: { name: 'DES3-CBC-MD5', strength: 'weak' },
  7: { name: 'DES3-CBC-SHA1', strength: 'weak' },
  16: { name: 'DES3-CBC-SHA1-KD', strength: 'weak' },
  17: { name: 'AES-128', strength: 'good' },
  18: { name: 'AES-256', strength: 'good' },
  19: { name: 'AES-128 with SHA-256', strength: 'good' },
  20: { name: 'AES-256 with SHA-384', strength: 'good' },
  23: { name: 'RC4-HMAC', strength: 'weak' },
  24: { name: 'RC4-HMAC-EXP', strength: 'weak' },
  25: { name: 'Camellia-128', strength: 'good' },
  26: { name: 'Camellia-256', strength: 'good' },
  [-128]: { name: 'RC4-MD4', strength: 'weak' },
  [-129]: { name: 'RC4-PLAIN2', strength: 'weak' },
  [-130]: { name: 'RC4-LM', strength: 'weak' },
  [-131]: { name: 'RC4-SHA', strength: 'weak' },
  [-132]: { name: 'DES-PLAIN', strength: 'broken' },
  [-133]: { name: 'RC4-HMAC-OLD', strength: 'weak' },
  [-134]: { name: 'RC4-PLAIN-OLD', strength: 'weak' },
  [-135]: { name: 'RC4-HMAC-OLD-EXP', strength: 'weak' },
  [-136]: { name: 'RC4-PLAIN-OLD-EXP', strength: 'weak' },
  [-140]: { name: 'RC4-PLAIN', strength: 'weak' },
  [-141]: { name: 'RC4-PLAIN-EXP', strength: 'weak' },
  [-148]: { name: 'AES-128-PLAIN', strength: 'good' },
  [-149]: { name: 'AES-256-PLAIN', strength: 'good' },
};

/**
 * The cipher of an encryption type in a word: `AES-256`, `RC4`, `DES`, `DES3`; undefined for a type
 * that is not in the table.
 */
export function cipherOf(etype: number): string | undefined {
  const known = ENCRYPTION_TYPES[etype];
  return known?.strength === 'good' ? known.name : known?.name.split('-', 1)[0];
}

/** What is said of a field that holds an encryption type. */
export function showEtype(etype: number): { label?: string; meaning: string } {
  const known = ENCRYPTION_TYPES[etype];
  if (!known) return { meaning: 'An encryption type that is not known here.' };
  const { name: label, strength } = known;
  if (strength === 'good') return { label, meaning: `${label}.` };
  if (strength === 'broken') return { label, meaning: `${label}: broken; Windows has removed it.` };
  const isNever = cipherOf(etype) === 'DES3';
  const why = isNever ? 'Windows has never supported it' : 'Windows is turning it off';
  return { label, meaning: `${label}: weak; ${why}.` };
}
