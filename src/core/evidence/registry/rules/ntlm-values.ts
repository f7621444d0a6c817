/**
 * Values that decide about NTLM. Source: Microsoft, security policy settings ("Network security: LAN Manager
 * authentication level", "Restrict NTLM"); KB 896861 on the loopback check.
 */
import { isOff, numberOf, type Meaning, type Meanings, type Value } from './meaning.ts';

const NTLM = 'ntlm-disabled-or-blocked';

/** Sends; accepts, on a domain controller. */
const LEVELS: readonly string[] = [
  'this computer sends LM and NTLMv1, and accepts every version',
  'this computer sends LM and NTLMv1, with NTLMv2 session security where it is negotiated',
  'this computer sends NTLMv1',
  'this computer sends NTLMv2 only, and accepts every version',
  'this computer sends NTLMv2 only; a domain controller refuses LM',
  'this computer sends NTLMv2 only; a domain controller refuses LM and NTLMv1',
];

function level(value: Value): Meaning {
  const number = numberOf(value);
  const says = number === undefined ? undefined : LEVELS[number];
  if (number !== undefined && number < 3) {
    return {
      severity: 'warning',
      says: `${says ?? 'this computer sends NTLMv1'}, which current domain controllers and Windows Server 2025 refuse`,
      article: NTLM,
    };
  }
  return {
    severity: 'info',
    says: says ?? 'the default applies, NTLMv2 only',
    article: 'registry-reference',
    isDefault: number === undefined,
    caveat: 'It says which version of NTLM is used where NTLM is used, and not whether it is.',
  };
}

/** 0 allows, 1 audits, 2 denies. */
const sending = (value: Value): Meaning => {
  const number = numberOf(value) ?? 0;
  const says = [
    'this computer may send NTLM to every server',
    'this computer records its NTLM, and sends it',
    'this computer sends NTLM to no server that is not an exception',
  ][number];
  return {
    severity: number === 2 ? 'warning' : 'info',
    isDefault: number === 0,
    says: says ?? 'an unknown value',
    article: NTLM,
  };
};

/** 0 allows, 1 denies domain accounts, 2 denies all. */
const receiving = (value: Value): Meaning => {
  const number = numberOf(value) ?? 0;
  const says = [
    'this computer accepts NTLM',
    'this computer refuses NTLM of domain accounts',
    'this computer refuses NTLM of all accounts',
  ][number];
  return {
    severity: number > 0 ? 'warning' : 'info',
    isDefault: number === 0,
    says: says ?? 'an unknown value',
    article: NTLM,
  };
};

const inDomain = (value: Value): Meaning => ({
  severity: isOff(value) ? 'info' : 'warning',
  isDefault: isOff(value),
  says: isOff(value)
    ? 'the domain does not restrict NTLM'
    : 'this domain controller refuses NTLM of the domain, in whole or in part',
  article: NTLM,
});

const loopback = (value: Value): Meaning =>
  isOff(value)
    ? {
        severity: 'info',
        says: 'the loopback check is on. On the server itself, NTLM under a name that is not its own is refused, unless BackConnectionHostNames lists the name',
        article: 'loopback-check',
        caveat: 'It matters only where the client runs on the web server.',
      }
    : {
        severity: 'warning',
        says: 'the loopback check is off for every name. A refusal on the server itself has another cause, and the machine is without a protection against reflected NTLM',
        article: 'loopback-check',
      };

const loopbackNames = (value: Value): Meaning => ({
  severity: 'info',
  isDefault: isOff(value),
  says: isOff(value)
    ? 'no name is exempt from the loopback check'
    : 'these names are exempt from the loopback check',
  article: 'loopback-check',
  caveat:
    'A change takes effect after a restart. It matters only where the client runs on the web server.',
});

export const NTLM_VALUES: Meanings = {
  LmCompatibilityLevel: level,
  RestrictSendingNTLMTraffic: sending,
  RestrictReceivingNTLMTraffic: receiving,
  RestrictNTLMInDomain: inDomain,
  AuditReceivingNTLMTraffic: () => ({
    severity: 'info',
    says: 'incoming NTLM is recorded in the log Microsoft-Windows-NTLM/Operational',
    article: 'ntlm-audit-inventory',
  }),
  AuditNTLMInDomain: () => ({
    severity: 'info',
    says: 'NTLM of the domain is recorded on its domain controllers',
    article: 'ntlm-audit-inventory',
  }),
  ClientAllowedNTLMServers: () => ({
    severity: 'info',
    says: 'these servers may get NTLM from this computer all the same',
    article: NTLM,
  }),
  DCAllowedNTLMServers: () => ({
    severity: 'info',
    says: 'these servers may use NTLM in the domain all the same',
    article: NTLM,
  }),
  BlockNtlmv1SSO: () => ({
    severity: 'info',
    says: 'it decides about single sign-on derived from NTLMv1, and not about NTLMv2 in a browser',
    article: NTLM,
  }),
  DisableLoopbackCheck: loopback,
  BackConnectionHostNames: loopbackNames,
  DisableNTLMPreAuth: (value) => ({
    severity: 'info',
    says: isOff(value)
      ? 'programs on WinINet send NTLM before they are asked'
      : 'programs on WinINet wait until they are asked',
    article: 'preauth-401-1',
  }),
};
