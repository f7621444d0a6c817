/**
 * Values that decide about Kerberos. Source: MS-KILE 2.2.7 (supported encryption types); Microsoft, "Kerberos
 * protocol registry entries and KDC configuration keys in Windows".
 */
import { numberOf, type Meaning, type Meanings, type Value } from './meaning.ts';

const ETYPES: readonly (readonly [bit: number, name: string])[] = [
  [0x1, 'DES-CBC-CRC'],
  [0x2, 'DES-CBC-MD5'],
  [0x4, 'RC4'],
  [0x8, 'AES128'],
  [0x10, 'AES256'],
];
const AES = 0x18;

function typesIn(number: number): string {
  const names = ETYPES.flatMap(([bit, name]) => ((number & bit) !== 0 ? [name] : []));
  return names.length > 0 ? names.join(', ') : 'none that is known';
}

function types(value: Value, of: string, absent: string): Meaning {
  const number = numberOf(value);
  const isDefault = number === undefined || number === 0;
  const hasAes = isDefault || (number & AES) !== 0;
  return {
    severity: hasAes ? 'info' : 'warning',
    says: isDefault
      ? absent
      : `${of} ${typesIn(number)}${hasAes ? '' : '; without AES, current domain controllers issue no ticket that both sides can use'}`,
    article: 'rc4-disabled-etype',
    caveat:
      'What is used also depends on the account that holds the SPN and on the domain controllers.',
  };
}

/** Bytes of the default since Windows Server 2012. */
const TOKEN_SIZE = 48_000;

const tokenSize = (value: Value): Meaning => {
  const bytes = numberOf(value) ?? TOKEN_SIZE;
  const isSmall = bytes < TOKEN_SIZE;
  return {
    severity: isSmall ? 'warning' : 'info',
    isDefault: bytes === TOKEN_SIZE,
    says: isSmall
      ? `tickets of users in many groups do not fit. The default is ${TOKEN_SIZE.toLocaleString('en')} bytes`
      : 'the limit is not lower than the default',
    article: 'token-bloat-groups',
  };
};

export const KERBEROS_VALUES: Meanings = {
  SupportedEncryptionTypes: (value) =>
    types(
      value,
      'Kerberos on this computer is limited to',
      'the encryption types of the system apply',
    ),
  DefaultDomainSupportedEncTypes: (value) =>
    types(
      value,
      'for accounts without types of their own, the domain controller takes',
      'for accounts without types of their own, the default of the domain controller applies',
    ),
  MaxTokenSize: tokenSize,
  SkewTime: () => ({
    severity: 'info',
    says: 'it is the difference of clocks, in minutes, that this computer accepts',
    article: 'clock-skew',
  }),
  SpnCacheTimeout: () => ({
    severity: 'info',
    says: 'for so many minutes a client remembers that an SPN was not found',
    article: 'spn-missing',
  }),
  TryIPSPN: (value) => ({
    severity: 'info',
    says:
      numberOf(value) === 1
        ? 'this client tries Kerberos for an IP address in the URL'
        : 'this client does not try Kerberos for an IP address in the URL',
    article: 'expected-spn',
  }),
  KrbtgtFullPacSignature: () => ({
    severity: 'info',
    says: 'it is no longer read since October 2023',
    article: 'pac-validation',
  }),
  PacSignatureValidationLevel: () => ({
    severity: 'info',
    says: 'it is no longer read since April 2025',
    article: 'pac-validation',
  }),
  RC4DefaultDisablementPhase: () => ({
    severity: 'info',
    says: 'it is no longer read since the update of 14 July 2026',
    article: 'rc4-disabled-etype',
  }),
};
