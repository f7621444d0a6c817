/**
 * Mechanisms a GSS or SPNEGO token can name. Sources: RFC 4178 (SPNEGO), RFC 1964 and 4121
 * (Kerberos), MS-SPNG 3.1.5 (the 48018 form, user-to-user, IAKERB, late fallback), MS-NLMP 1.9,
 * MS-NEGOEX 1.9, RFC 7055 (EAP), RFC 5802 (SCRAM).
 */
export interface Mechanism {
  name: string;
  /** What its presence tells. */
  meaning: string;
}

export const SPNEGO = '1.3.6.1.5.5.2';
export const KERBEROS = '1.2.840.113554.1.2.2';
export const MS_KERBEROS = '1.2.840.48018.1.2.2';
export const KERBEROS_U2U = '1.2.840.113554.1.2.2.3';
export const IAKERB = '1.3.6.1.5.2.5';
export const NTLMSSP = '1.3.6.1.4.1.311.2.2.10';
export const NEGOEX = '1.3.6.1.4.1.311.2.2.30';
/** Kerberos before RFC 1964. */
export const OLD_KERBEROS = '1.3.5.1.5.2';

export const MECHANISMS: Readonly<Record<string, Mechanism>> = {
  [SPNEGO]: { name: 'SPNEGO', meaning: 'SPNEGO: the mechanism is negotiated inside.' },
  [KERBEROS]: { name: 'Kerberos V5', meaning: 'Kerberos V5, by its standard number.' },
  [MS_KERBEROS]: {
    name: 'MS-KRB5',
    meaning:
      'MS-KRB5: Kerberos by the number Windows 2000 sent by mistake (113554 cut to 16 bits is 48018). Windows still offers it first.',
  },
  [KERBEROS_U2U]: {
    name: 'Kerberos user-to-user',
    meaning: 'Kerberos between two users: the ticket is locked with a session key.',
  },
  [IAKERB]: {
    name: 'IAKERB',
    meaning:
      'IAKERB: Kerberos for a client that cannot reach a KDC: the server passes its messages on.',
  },
  [NTLMSSP]: { name: 'NTLMSSP', meaning: 'NTLM.' },
  [NEGOEX]: {
    name: 'NEGOEX',
    meaning: 'NEGOEX, extended negotiation; carries PKU2U and other new schemes.',
  },
  '1.3.6.1.4.1.311.2.2.40': {
    name: 'Negotiate Late Fallback',
    meaning:
      'Late fallback: the client can fall back to NTLM late; Windows 11 24H2 and Server 2025 or newer.',
  },
  '1.3.6.1.5.2.7': {
    name: 'PKU2U',
    meaning: 'PKU2U: certificates between two peers, without a domain.',
  },
  [OLD_KERBEROS]: { name: 'Kerberos V5 (before RFC 1964)', meaning: 'Kerberos, by an old number.' },
  '1.3.6.1.5.2': { name: 'Kerberos V5 (base arc)', meaning: 'Kerberos, by the number of its arc.' },
  '1.2.840.113554.1.2.3': {
    name: 'Kerberos V5 v2',
    meaning: 'A Kerberos number that was never used.',
  },
  '1.3.6.1.5.5.15.1.1.17': { name: 'EAP-AES128', meaning: 'GSS-EAP with AES-128.' },
  '1.3.6.1.5.5.15.1.1.18': { name: 'EAP-AES256', meaning: 'GSS-EAP with AES-256.' },
  '1.3.6.1.5.5.14': { name: 'SCRAM-SHA-1', meaning: 'SCRAM with SHA-1.' },
};

const KERBEROS_FAMILY: ReadonlySet<string> = new Set([
  KERBEROS,
  MS_KERBEROS,
  KERBEROS_U2U,
  IAKERB,
  OLD_KERBEROS,
  '1.3.6.1.5.2',
  '1.3.6.1.5.2.7',
]);

/** True for the mechanisms whose messages start with a Kerberos TokId. */
export function hasTokId(mechanism: string): boolean {
  return KERBEROS_FAMILY.has(mechanism);
}

/** What is said of a field that holds a mechanism's number. */
export function showMechanism(oid: string): { label?: string; meaning: string } {
  const known = MECHANISMS[oid];
  if (!known) return { meaning: 'A mechanism that is not known here.' };
  return { label: known.name, meaning: known.meaning };
}
