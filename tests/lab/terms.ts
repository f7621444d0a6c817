/**
 * Which of our fields is which of tshark's. A name is
 * the end of a path, so `NTLMSSP/Version` is not the version of a signature.
 */

import {
  TEXT,
  NUMBER,
  BYTES,
  LITTLE_ENDIAN,
  STATE,
  TIME,
  LENGTH,
  OFFSET,
  part,
  LAST_BYTE,
  type Reading,
} from './readings.ts';

export interface Term {
  tshark: readonly string[];
  ours: readonly string[];
  as: Reading;
}

const term = (tshark: string | string[], ours: string | string[], as = TEXT): Term => ({
  tshark: [tshark].flat(),
  ours: [ours].flat(),
  as,
});

const NEGOTIATION: readonly Term[] = [
  term(['gss-api.OID', 'spnego.krb5_oid'], 'thisMech'),
  term('spnego.MechType', 'mechType'),
  term('spnego.mechToken', 'mechToken', BYTES),
  term('spnego.negResult', 'negState', STATE),
  term('spnego.supportedMech', 'supportedMech'),
  term('spnego.responseToken', 'responseToken', BYTES),
  term('spnego.mechListMIC', 'mechListMIC', BYTES),
  term('spnego.krb5.tok_id', 'TokId', LITTLE_ENDIAN),
];

const KERBEROS: readonly Term[] = [
  term('kerberos.pvno', 'pvno', NUMBER),
  term('kerberos.msg_type', 'msg-type', NUMBER),
  term('kerberos.ap_options', 'ap-options', {
    ...BYTES,
    ours: (text) => text.slice(2),
  }),
  term('kerberos.tkt_vno', 'tkt-vno', NUMBER),
  term(['kerberos.realm', 'kerberos.crealm'], ['realm', 'crealm']),
  term('kerberos.name_type', 'name-type', NUMBER),
  term(['kerberos.SNameString', 'kerberos.CNameString'], 'component'),
  term('kerberos.etype', 'etype', NUMBER),
  term('kerberos.kvno', 'kvno', NUMBER),
  term('kerberos.cipher', 'cipher', BYTES),
  term('kerberos.stime', 'stime', TIME),
  term('kerberos.susec', 'susec', NUMBER),
  term('kerberos.ctime', 'ctime', TIME),
  term('kerberos.cusec', 'cusec', NUMBER),
  term('kerberos.error_code', 'error-code', NUMBER),
  term('kerberos.e_text', 'e-text'),
  term('kerberos.e_data', 'e-data', BYTES),
];

const NTLM: readonly Term[] = [
  term('ntlmssp.identifier', 'Signature'),
  term('ntlmssp.messagetype', 'MessageType', NUMBER),
  term('ntlmssp.negotiateflags', 'NegotiateFlags', NUMBER),
  term('ntlmssp.version.major', 'NTLMSSP/Version', part(0)),
  term('ntlmssp.version.minor', 'NTLMSSP/Version', part(1)),
  term('ntlmssp.version.build_number', 'NTLMSSP/Version', part(2)),
  term('ntlmssp.version.ntlm_current_revision', 'NTLMSSP/Version', LAST_BYTE),
  term(['ntlmssp.negotiate.domain', 'ntlmssp.auth.domain'], 'DomainName'),
  term(['ntlmssp.negotiate.callingworkstation', 'ntlmssp.auth.hostname'], 'Workstation'),
  term('ntlmssp.auth.username', 'UserName'),
  term('ntlmssp.challenge.target_name', 'NTLMSSP/TargetName'),
  term('ntlmssp.ntlmserverchallenge', 'ServerChallenge', BYTES),
  term('ntlmssp.reserved', 'Reserved', BYTES),
  term('ntlmssp.auth.lmresponse', 'LmChallengeResponse', BYTES),
  term('ntlmssp.auth.ntresponse', 'NtChallengeResponse', BYTES),
  term('ntlmssp.auth.sesskey', 'EncryptedRandomSessionKey', BYTES),
  term('ntlmssp.authenticate.mic', 'MIC', BYTES),
  term('ntlmssp.ntlmv2_response.ntproofstr', 'NTProofStr', BYTES),
  term('ntlmssp.ntlmv2_response.rversion', 'RespType', NUMBER),
  term('ntlmssp.ntlmv2_response.hirversion', 'HiRespType', NUMBER),
  term('ntlmssp.ntlmv2_response.time', 'TimeStamp', TIME),
  term('ntlmssp.ntlmv2_response.chal', 'NtChallengeResponse/ChallengeFromClient', BYTES),
  term('ntlmssp.verf.vers', 'NTLMSSP_MESSAGE_SIGNATURE/Version', NUMBER),
];

/** tshark's names under `challenge.target_info.` and `ntlmv2_response.`, and MS-NLMP's. */
const AV_PAIRS: readonly (readonly [string, string, Reading])[] = [
  ['item.type', 'AvId, AvLen', part(0)],
  ['item.length', 'AvId, AvLen', part(1)],
  ['nb_computer_name', 'MsvAvNbComputerName', TEXT],
  ['nb_domain_name', 'MsvAvNbDomainName', TEXT],
  ['dns_computer_name', 'MsvAvDnsComputerName', TEXT],
  ['dns_domain_name', 'MsvAvDnsDomainName', TEXT],
  ['dns_tree_name', 'MsvAvDnsTreeName', TEXT],
  ['flags', 'MsvAvFlags', NUMBER],
  ['timestamp', 'MsvAvTimestamp', TIME],
  ['target_name', 'MsvAvTargetName', TEXT],
  ['channel_bindings', 'MsvAvChannelBindings', BYTES],
];

const BUFFERS: readonly (readonly [string, string])[] = [
  ['negotiate.domain_tree/ntlmssp.string.', 'DomainNameFields'],
  ['negotiate.callingworkstation_tree/ntlmssp.string.', 'WorkstationFields'],
  ['challenge.target_name_tree/ntlmssp.string.', 'TargetNameFields'],
  ['challenge.target_info/ntlmssp.challenge.target_info.', 'TargetInfoFields'],
  ['auth.lmresponse_tree/ntlmssp.blob.', 'LmChallengeResponseFields'],
  ['auth.ntresponse_tree/ntlmssp.blob.', 'NtChallengeResponseFields'],
  ['auth.domain_tree/ntlmssp.string.', 'DomainNameFields'],
  ['auth.username_tree/ntlmssp.string.', 'UserNameFields'],
  ['auth.hostname_tree/ntlmssp.string.', 'WorkstationFields'],
  ['auth.sesskey_tree/ntlmssp.blob.', 'EncryptedRandomSessionKeyFields'],
];

export const TERMS: readonly Term[] = [
  ...NEGOTIATION,
  ...KERBEROS,
  ...NTLM,
  ...AV_PAIRS.map(([tshark, ours, as]) =>
    term(
      [`ntlmssp.challenge.target_info.${tshark}`, `ntlmssp.ntlmv2_response.${tshark}`],
      ours === 'AvId, AvLen' ? [ours, 'MsvAvEOL'] : ours,
      as,
    ),
  ),
  ...BUFFERS.flatMap(([tshark, ours]) => [
    term(`ntlmssp.${tshark}length`, ours, LENGTH),
    term(`ntlmssp.${tshark}offset`, ours, OFFSET),
  ]),
];
