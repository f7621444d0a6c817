/** What the directory says of an account (MS-ADTS), as far as a listing shows its attributes. */
import type { Account, Host } from './names.ts';
import type { Span } from './span.ts';

/** Flags of userAccountControl that decide about Kerberos, delegation and the state of an account. */
export type AccountFlag =
  | 'ACCOUNTDISABLE'
  | 'LOCKOUT'
  | 'WORKSTATION_TRUST_ACCOUNT'
  | 'SERVER_TRUST_ACCOUNT'
  | 'TRUSTED_FOR_DELEGATION'
  | 'NOT_DELEGATED'
  | 'USE_DES_KEY_ONLY'
  | 'DONT_REQUIRE_PREAUTH'
  | 'PASSWORD_EXPIRED'
  | 'TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION';

export interface DirectoryFacts {
  /** An account of the directory, as far as one listing of its attributes shows it. */
  directoryAccount: {
    /** By its logon name (sAMAccountName); else by its distinguished name, or its name. */
    readonly account?: Account;
    readonly dn?: string;
    readonly class?: 'user' | 'computer' | 'managed-service' | 'group-managed-service';
    readonly dnsName?: Host;
    /** Bits of msDS-SupportedEncryptionTypes (MS-KILE 2.2.7); 0 stands for the default of the domain. */
    readonly etypes?: number;
    /** Flags of userAccountControl (MS-ADTS 2.2.16) that the source says are set, and those that it says are not. */
    readonly flags: readonly AccountFlag[];
    readonly cleared: readonly AccountFlag[];
    readonly isLockedOut?: boolean;
    readonly isPasswordExpired?: boolean;
    readonly mustChangePassword?: boolean;
    /** As the source writes it; a FILETIME as ISO 8601 in UTC. */
    readonly passwordSet?: string;
    /** msDS-AllowedToDelegateTo: SPNs of back ends. */
    readonly delegatesTo?: readonly string[];
    /** Accounts that may delegate to this one; empty where they are there and not readable. */
    readonly delegatedFrom?: readonly Account[];
    /** Accounts that may fetch the password of a group managed service account. */
    readonly passwordReaders?: readonly Account[];
    /** How many SPNs are shown; absent where the attribute is not listed. */
    readonly spnCount?: number;
    /** What the source cuts off, by the names that the reader gives attributes: `spns`. */
    readonly cut: readonly string[];
    /** Places of the attributes by the same names. */
    readonly places: Readonly<Record<string, Span>>;
  };
}
