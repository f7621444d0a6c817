/**
 * Attributes of an account that are read, by the names that tools give them: the directory's own
 * (MS-ADA1 to MS-ADA3), and the properties of Get-ADUser, Get-ADComputer and Get-ADServiceAccount.
 */

export type Attribute =
  | 'dn'
  | 'samaccountname'
  | 'name'
  | 'dnshostname'
  | 'objectclass'
  | 'serviceprincipalname'
  | 'msds-supportedencryptiontypes'
  | 'kerberosencryptiontype'
  | 'useraccountcontrol'
  | 'computed-control'
  | 'enabled'
  | 'disabled'
  | 'lockedout'
  | 'lockouttime'
  | 'passwordexpired'
  | 'pwdlastset'
  | 'mustchangepassword'
  | 'trustedfordelegation'
  | 'trustedtoauthfordelegation'
  | 'accountnotdelegated'
  | 'usedeskeyonly'
  | 'doesnotrequirepreauth'
  | 'msds-allowedtodelegateto'
  | 'delegated-from'
  | 'password-readers';

const NAMES: Readonly<Record<string, Attribute>> = {
  dn: 'dn',
  distinguishedname: 'dn',
  samaccountname: 'samaccountname',
  samid: 'samaccountname',
  name: 'name',
  cn: 'name',
  dnshostname: 'dnshostname',
  objectclass: 'objectclass',
  serviceprincipalname: 'serviceprincipalname',
  serviceprincipalnames: 'serviceprincipalname',
  'msds-supportedencryptiontypes': 'msds-supportedencryptiontypes',
  kerberosencryptiontype: 'kerberosencryptiontype',
  useraccountcontrol: 'useraccountcontrol',
  'msds-user-account-control-computed': 'computed-control',
  enabled: 'enabled',
  disabled: 'disabled',
  lockedout: 'lockedout',
  lockouttime: 'lockouttime',
  passwordexpired: 'passwordexpired',
  passwordlastset: 'pwdlastset',
  pwdlastset: 'pwdlastset',
  mustchpwd: 'mustchangepassword',
  trustedfordelegation: 'trustedfordelegation',
  trustedtoauthfordelegation: 'trustedtoauthfordelegation',
  accountnotdelegated: 'accountnotdelegated',
  usedeskeyonly: 'usedeskeyonly',
  doesnotrequirepreauth: 'doesnotrequirepreauth',
  'msds-allowedtodelegateto': 'msds-allowedtodelegateto',
  principalsallowedtodelegatetoaccount: 'delegated-from',
  'msds-allowedtoactonbehalfofotheridentity': 'delegated-from',
  principalsallowedtoretrievemanagedpassword: 'password-readers',
  'msds-groupmsamembership': 'password-readers',
};

/** Several values. */
const MANY: ReadonlySet<Attribute> = new Set<Attribute>([
  'objectclass',
  'serviceprincipalname',
  'msds-allowedtodelegateto',
  'delegated-from',
  'password-readers',
]);

/** Names that other programs print as well; an entry needs one that they do not. */
const COMMON: ReadonlySet<Attribute> = new Set<Attribute>([
  'name',
  'enabled',
  'disabled',
  'dnshostname',
  'objectclass',
  'mustchangepassword',
]);

/** Undefined for a name that is not read. */
export function attributeOf(name: string): Attribute | undefined {
  return NAMES[name.toLowerCase()];
}

export const hasMany = (attribute: Attribute): boolean => MANY.has(attribute);

/** True for an attribute that only the directory has. */
export const isTelling = (attribute: Attribute): boolean => !COMMON.has(attribute);
