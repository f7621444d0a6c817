/**
 * Negotiate flags, highest bit first (MS-NLMP 2.2.2.5). `meaning` only where a flag tells an
 * administrator something.
 */
export interface NtlmFlag {
  bit: number;
  name: string;
  meaning?: string;
}

export const UNICODE = 0x00000001;
export const OEM = 0x00000002;
export const EXTENDED_SESSION_SECURITY = 0x00080000;
export const VERSION = 0x02000000;
export const LOCAL_CALL = 0x00004000;

export const NTLM_FLAGS: readonly NtlmFlag[] = [
  { bit: 0x80000000, name: 'NTLMSSP_NEGOTIATE_56' },
  { bit: 0x40000000, name: 'NTLMSSP_NEGOTIATE_KEY_EXCH' },
  { bit: 0x20000000, name: 'NTLMSSP_NEGOTIATE_128' },
  { bit: 0x10000000, name: 'r1' },
  { bit: 0x08000000, name: 'r2' },
  { bit: 0x04000000, name: 'r3' },
  { bit: 0x02000000, name: 'NTLMSSP_NEGOTIATE_VERSION' },
  { bit: 0x01000000, name: 'r4' },
  { bit: 0x00800000, name: 'NTLMSSP_NEGOTIATE_TARGET_INFO' },
  { bit: 0x00400000, name: 'NTLMSSP_REQUEST_NON_NT_SESSION_KEY' },
  { bit: 0x00200000, name: 'r5' },
  { bit: 0x00100000, name: 'NTLMSSP_NEGOTIATE_IDENTIFY' },
  { bit: 0x00080000, name: 'NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY' },
  { bit: 0x00040000, name: 'r6' },
  { bit: 0x00020000, name: 'NTLMSSP_TARGET_TYPE_SERVER', meaning: 'the server is in a workgroup' },
  { bit: 0x00010000, name: 'NTLMSSP_TARGET_TYPE_DOMAIN', meaning: 'the server is in a domain' },
  { bit: 0x00008000, name: 'NTLMSSP_NEGOTIATE_ALWAYS_SIGN' },
  { bit: 0x00004000, name: 'r7', meaning: 'seen when client and server are the same machine' },
  { bit: 0x00002000, name: 'NTLMSSP_NEGOTIATE_OEM_WORKSTATION_SUPPLIED' },
  { bit: 0x00001000, name: 'NTLMSSP_NEGOTIATE_OEM_DOMAIN_SUPPLIED' },
  { bit: 0x00000800, name: 'J', meaning: 'an anonymous connection' },
  { bit: 0x00000400, name: 'r8' },
  { bit: 0x00000200, name: 'NTLMSSP_NEGOTIATE_NTLM' },
  { bit: 0x00000100, name: 'r9' },
  { bit: 0x00000080, name: 'NTLMSSP_NEGOTIATE_LM_KEY' },
  { bit: 0x00000040, name: 'NTLMSSP_NEGOTIATE_DATAGRAM' },
  { bit: 0x00000020, name: 'NTLMSSP_NEGOTIATE_SEAL' },
  { bit: 0x00000010, name: 'NTLMSSP_NEGOTIATE_SIGN' },
  { bit: 0x00000008, name: 'r10' },
  { bit: 0x00000004, name: 'NTLMSSP_REQUEST_TARGET' },
  { bit: 0x00000002, name: 'NTLM_NEGOTIATE_OEM' },
  { bit: 0x00000001, name: 'NTLMSSP_NEGOTIATE_UNICODE' },
];

/** Names of the flags that are set, highest bit first. */
export function ntlmFlagNames(flags: number): string[] {
  return NTLM_FLAGS.filter(({ bit }) => (flags & bit) !== 0).map(({ name }) => name);
}

/** The sentence for a NegotiateFlags field. */
export function ntlmFlagsMeaning(flags: number): string {
  const told = NTLM_FLAGS.filter(({ bit, meaning }) => meaning && (flags & bit) !== 0);
  const names = ntlmFlagNames(flags).map((name) =>
    name.replace(/^NTLM(?:SSP)?_(?:NEGOTIATE_)?/, ''),
  );
  const list = names.length > 0 ? names.join(', ') : 'none set';
  return told.length > 0
    ? `${list}. That is: ${told.map((f) => f.meaning).join('; ')}.`
    : `${list}.`;
}
