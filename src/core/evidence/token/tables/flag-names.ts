/** Flags of Kerberos messages, bit 0 being the highest of 32 (RFC 4120 5.5.1 and 5.4.1, MS-SFU 2.2.3). */

/** ap-options of an AP-REQ. */
export const AP_OPTIONS: Readonly<Record<number, string>> = {
  0: 'reserved',
  1: 'use-session-key',
  2: 'mutual-required',
};

/** kdc-options of an AS-REQ or TGS-REQ. */
export const KDC_OPTIONS: Readonly<Record<number, string>> = {
  1: 'forwardable',
  2: 'forwarded',
  3: 'proxiable',
  4: 'proxy',
  5: 'allow-postdate',
  6: 'postdated',
  8: 'renewable',
  11: 'opt-hardware-auth',
  14: 'cname-in-addl-tkt',
  15: 'canonicalize',
  16: 'request-anonymous',
  26: 'disable-transited-check',
  27: 'renewable-ok',
  28: 'enc-tkt-in-skey',
  30: 'renew',
  31: 'validate',
};

/** reqFlags of a NegTokenInit (RFC 4178 4.2.1). */
export const CONTEXT_FLAGS: Readonly<Record<number, string>> = {
  0: 'delegFlag',
  1: 'mutualFlag',
  2: 'replayFlag',
  3: 'sequenceFlag',
  4: 'anonFlag',
  5: 'confFlag',
  6: 'integFlag',
};

/** Names of the bits that are set, bit 0 first; a bit without a name is told by its number. */
export function bitNames(value: number, names: Readonly<Record<number, string>>): string[] {
  const set: string[] = [];
  for (let bit = 0; bit < 32; bit++) {
    if (value & (0x80000000 >>> bit)) set.push(names[bit] ?? `bit ${bit}`);
  }
  return set;
}

/** Flags as a field shows them: `0x20000000` and what they mean. */
export function showBits(
  value: number,
  names: Readonly<Record<number, string>>,
): { value: string; meaning: string } {
  const set = bitNames(value, names);
  return {
    value: `0x${value.toString(16).padStart(8, '0')}`,
    meaning: set.length > 0 ? `${set.join(', ')}.` : 'No option set.',
  };
}
