/** Whether a text may hold attributes of an account of the directory. */

/** Linear. No language translates these names; those of `net user` are known by its command and its shape. */
export function seenAdObject(text: string): boolean {
  return /servicePrincipalName|msDS-|sAMAccountName|userAccountControl|DistinguishedName|KerberosEncryptionType|TrustedFor|TrustedToAuth|AccountNotDelegated|PrincipalsAllowedTo|pwdLastSet|PasswordLastSet|PasswordExpired|LockedOut|lockoutTime|UseDESKeyOnly|DoesNotRequirePreAuth|\bsamid\b|^\W{0,9}dn:|\bnet1?(?:\.exe)?[ \t]{1,9}user\b|[ \t]\d{3} \([^()\r\n]{1,60}\)[ \t]*\r?$/im.test(
    text,
  );
}
