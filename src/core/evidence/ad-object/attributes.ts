/**
 * Attributes of an account that are read, by the names that tools give them: the directory's own
 * (MS-ADA1 to MS-ADA3), and the properties of Get-ADUser, Get-ADComputer and Get-ADServiceAccount.
 */

export type Attribute =
  | 'dn'
  | 'logon-name'
  | 'name'
  | 'dns-name'
  | 'class'
  | 'spns'
  | 'encryption-types'
  | 'encryption-type-names'
  | 'control'
  | 'computed-control'
  | 'enabled'
  | 'disabled'
  | 'locked-out'
  | 'lockout-time'
  | 'password-expired'
  | 'password-set'
  | 'must-change-password'
  | 'trusted-for-delegation'
  | 'protocol-transition'
  | 'not-delegated'
  | 'des-only'
  | 'no-preauthentication'
  | 'delegates-to'
  | 'delegated-from'
  | 'password-readers';

const NAMES: Readonly<Record<string, Attribute>> = {
  dn: 'dn',
  distinguishedname: 'dn',
  samaccountname: 'logon-name',
  samid: 'logon-name',
  name: 'name',
  cn: 'name',
  dnshostname: 'dns-name',
  objectclass: 'class',
  serviceprincipalname: 'spns',
  serviceprincipalnames: 'spns',
  'msds-supportedencryptiontypes': 'encryption-types',
  kerberosencryptiontype: 'encryption-type-names',
  useraccountcontrol: 'control',
  'msds-user-account-control-computed': 'computed-control',
  enabled: 'enabled',
  disabled: 'disabled',
  lockedout: 'locked-out',
  lockouttime: 'lockout-time',
  passwordexpired: 'password-expired',
  passwordlastset: 'password-set',
  pwdlastset: 'password-set',
  mustchpwd: 'must-change-password',
  trustedfordelegation: 'trusted-for-delegation',
  trustedtoauthfordelegation: 'protocol-transition',
  accountnotdelegated: 'not-delegated',
  usedeskeyonly: 'des-only',
  doesnotrequirepreauth: 'no-preauthentication',
  'msds-allowedtodelegateto': 'delegates-to',
  principalsallowedtodelegatetoaccount: 'delegated-from',
  'msds-allowedtoactonbehalfofotheridentity': 'delegated-from',
  principalsallowedtoretrievemanagedpassword: 'password-readers',
  'msds-groupmsamembership': 'password-readers',
};

/** Several values. */
const MANY: ReadonlySet<Attribute> = new Set<Attribute>([
  'class',
  'spns',
  'delegates-to',
  'delegated-from',
  'password-readers',
]);

/** Names that other programs print as well; an entry needs one that they do not. */
const COMMON: ReadonlySet<Attribute> = new Set<Attribute>([
  'name',
  'enabled',
  'disabled',
  'dns-name',
  'class',
  'must-change-password',
]);

/** Undefined for a name that is not read. */
export function attributeOf(name: string): Attribute | undefined {
  return NAMES[name.toLowerCase()];
}

export const hasMany = (attribute: Attribute): boolean => MANY.has(attribute);

/** True for an attribute that only the directory has. */
export const isTelling = (attribute: Attribute): boolean => !COMMON.has(attribute);
