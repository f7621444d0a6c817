/**
 * The two bytes that follow the mechanism's number in a Kerberos GSS token (RFC 1964 1.1 and 1.2,
 * RFC 4121 4.1, draft-ietf-cat-user2user-03, draft-ietf-kitten-iakerb-03, draft-zhu-pku2u). They
 * are no ASN.1, though ASN.1 viewers read them as such.
 */
export const TOKEN_IDS: Readonly<Record<string, string>> = {
  '0100': 'AP-REQ',
  '0200': 'AP-REP',
  '0300': 'KRB-ERROR',
  '0400': 'TGT-REQ',
  '0401': 'TGT-REP',
  '0500': 'PKU2U AS-REQ',
  '0501': 'IAKERB',
  '0600': 'PKU2U AS-REP',
  '0101': 'MIC (RFC 1964)',
  '0201': 'Wrap (RFC 1964)',
  '0102': 'Delete (RFC 1964)',
  '0404': 'MIC',
  '0504': 'Wrap',
  '0405': 'Delete',
};
