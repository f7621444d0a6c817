/** NTLM's flags by name: tshark shows each bit apart, so that our names can be held against its. */
import type { Shown } from './tshark.ts';

/** tshark's names after `ntlmssp.`, and those of MS-NLMP 2.2.2.5. */
const NAMES: Readonly<Record<string, string>> = {
  negotiateunicode: 'NTLMSSP_NEGOTIATE_UNICODE',
  negotiateoem: 'NTLM_NEGOTIATE_OEM',
  requesttarget: 'NTLMSSP_REQUEST_TARGET',
  negotiatesign: 'NTLMSSP_NEGOTIATE_SIGN',
  negotiateseal: 'NTLMSSP_NEGOTIATE_SEAL',
  negotiatedatagram: 'NTLMSSP_NEGOTIATE_DATAGRAM',
  negotiatelmkey: 'NTLMSSP_NEGOTIATE_LM_KEY',
  negotiatentlm: 'NTLMSSP_NEGOTIATE_NTLM',
  negotiateoemdomainsupplied: 'NTLMSSP_NEGOTIATE_OEM_DOMAIN_SUPPLIED',
  negotiateoemworkstationsupplied: 'NTLMSSP_NEGOTIATE_OEM_WORKSTATION_SUPPLIED',
  negotiatealwayssign: 'NTLMSSP_NEGOTIATE_ALWAYS_SIGN',
  targettypedomain: 'NTLMSSP_TARGET_TYPE_DOMAIN',
  targettypeserver: 'NTLMSSP_TARGET_TYPE_SERVER',
  negotiatentlm2: 'NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY',
  negotiateidentify: 'NTLMSSP_NEGOTIATE_IDENTIFY',
  requestnonntsession: 'NTLMSSP_REQUEST_NON_NT_SESSION_KEY',
  negotiatetargetinfo: 'NTLMSSP_NEGOTIATE_TARGET_INFO',
  negotiateversion: 'NTLMSSP_NEGOTIATE_VERSION',
  negotiate128: 'NTLMSSP_NEGOTIATE_128',
  negotiatekeyexch: 'NTLMSSP_NEGOTIATE_KEY_EXCH',
  negotiate56: 'NTLMSSP_NEGOTIATE_56',
};

/** One row a bit that tshark shows: its name, whether we name it too, and whether tshark has it. */
export function flagRows(
  flagNames: readonly string[],
  shown: readonly Shown[],
): { name: string; ours: boolean; theirs: boolean }[] {
  return shown.flatMap(([path, text]) => {
    const [, bit] = /\/ntlmssp\.negotiateflags_tree\/ntlmssp\.(\w+)$/.exec(path) ?? [];
    const name = NAMES[bit ?? ''];
    if (name === undefined) return [];
    return { name, ours: flagNames.includes(name), theirs: /^(?:1|true)$/i.test(text) };
  });
}
