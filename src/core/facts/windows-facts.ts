/** What the commands of Windows state about a computer: Netlogon, clocks, HTTP.sys, the registry, policies, logons. */
import type { Account, Host } from './names.ts';

export interface WindowsFacts {
  /** What a computer's secure channel to a domain is like, as Netlogon knows it. */
  secureChannel: {
    /** NetBIOS or DNS name, as it is written. */
    readonly domain?: string;
    readonly dc?: Host;
    /** The computer whose channel it is; absent where the source is about the one it was made on. */
    readonly computer?: Account;
    /** Of the connection; 0 when it works. Absent where the source says only yes or no. */
    readonly code?: number;
    readonly space?: 'win32' | 'ntstatus';
    /** As it is printed: `ERROR_NO_LOGON_SERVERS`. */
    readonly name?: string;
    /** Of the check of the password (`nltest /sc_verify`); 0 when it is right. */
    readonly trustCode?: number;
    readonly trustName?: string;
    /** The answer of Test-ComputerSecureChannel and of netdom, which give no code. */
    readonly works?: boolean;
    readonly told: 'nltest' | 'netdom' | 'powershell' | 'event';
    /** Number of the event of Netlogon. */
    readonly event?: number;
  };
  /** Netlogon did not carry out what was asked, so nothing is said about a secure channel. */
  netlogonRefused: {
    /** Win32. */
    readonly code: number;
    readonly name?: string;
    /** `sc_query`, `dsgetdc`: from the command above; absent where it is not shown. */
    readonly asked?: string;
    readonly domain?: string;
    /** The other computer that was asked, where the command names one. */
    readonly server?: string;
    /** `locate`: no domain controller was found. `call`: Netlogon refused the call, or was not reached. */
    readonly step: 'locate' | 'call';
  };
  /** A domain controller that the locator found, or that a domain lists. */
  domainController: {
    readonly dc: Host;
    readonly domain?: string;
    readonly address?: string;
    /** Of DsGetDcName (MS-NRPC 2.2.1.2.1), as they are printed: `PDC`, `KDC`, `CLOSE_SITE`; absent where none are printed. */
    readonly flags?: readonly string[];
    /** `located`: this one answered. `listed`: the directory has it. */
    readonly seen: 'located' | 'listed';
  };
  /** A domain that the computer's domain trusts or is trusted by, as Netlogon lists it. */
  domainTrust: {
    /** NetBIOS name, in upper case. */
    readonly netbios?: string;
    /** DNS name, in lower case. */
    readonly dns?: string;
    /** The computer's own domain. */
    readonly isOwn: boolean;
    /** Of the same forest; absent where the source does not say. */
    readonly isInForest?: boolean;
    /** `outbound`: the own domain trusts that one, so that its users can log on here. */
    readonly directions: readonly ('outbound' | 'inbound')[];
    /** `foresttrans`, `quarantined`, `withinforest`, in lower case. */
    readonly attributes: readonly string[];
  };
  /** Two clocks compared. */
  clockOffset: {
    /** The machine that was measured; absent where the paste does not show it. */
    readonly from?: Host;
    /** What it is compared with; absent for the machine on which the command ran. */
    readonly with?: Host;
    /** Its time minus that of the other. */
    readonly seconds: number;
    /** `measured`: asked for just now. `synchronization`: what the time service itself keeps to correct. */
    readonly by: 'measured' | 'synchronization';
  };
  /** A clock could not be measured; nothing is said about its time. */
  clockUnmeasured: { readonly from?: Host; readonly code?: number };
  /** Where a machine takes its time from. */
  clockSource: {
    /** `dc01.contoso.com`, `time.windows.com,0x9`, `Local CMOS Clock`; absent where it is not shown. */
    readonly source?: string;
    /** `none`: the clock runs freely. `host`: the host of a virtual machine sets it. */
    readonly type: 'network' | 'host' | 'none' | 'unknown';
    /** Leap indicator (RFC 5905, 7.3); 3 is not synchronized. */
    readonly leap?: number;
    readonly stratum?: number;
    /** `NT5DS`: the domain's hierarchy. `NTP`: a list of its own. `NoSync`, `AllSync`. */
    readonly method?: string;
    /** True where the time service does not run. */
    readonly isStopped?: true;
  };
  /** A TLS binding of HTTP.sys. */
  tlsBinding: {
    /** `0.0.0.0:443`, `portal.contoso.com:443`. */
    readonly binding: string;
    /** Of the program that made it, in lower case and without braces. */
    readonly applicationId?: string;
    readonly store?: string;
    /** Whether HTTP.sys asks for a client certificate during the handshake. */
    readonly negotiatesClientCertificate?: boolean;
  };
  /** The addresses that HTTP.sys listens on; none means all. */
  ipListen: { readonly addresses: readonly string[] };
  /** A reservation of a URL in HTTP.sys. */
  urlReservation: { readonly url: string; readonly users: readonly string[] };
  /** A request queue of HTTP.sys; for IIS its name is that of the pool. */
  requestQueue: {
    readonly name?: string;
    readonly urls: readonly string[];
    readonly processes: readonly number[];
  };
  /** The proxy of WinHTTP, which services and many programs use. */
  winHttpProxy: { readonly proxy?: string; readonly bypass: readonly string[] };
  /** A value of the registry; only of names that have to do with signing in. */
  registryValue: {
    /** In full where the source shows it: `HKEY_LOCAL_MACHINE\SYSTEM\...`. */
    readonly key?: string;
    readonly name: string;
    /** `REG_DWORD`; absent where the source does not show it. */
    readonly type?: string;
    readonly number?: number;
    /** Of a string, or of a list of strings. */
    readonly texts?: readonly string[];
    /** True where the source says that there is no such value, so that the default applies. */
    readonly isAbsent?: true;
  };
  /** A policy of a browser, by the name it has there. */
  browserPolicy: {
    readonly browser: 'edge' | 'chrome' | 'firefox' | 'chromium';
    readonly name: string;
    /** Absent where the source says that the policy is not set. */
    readonly value?: string;
    readonly level?: 'mandatory' | 'recommended';
    /** What the browser itself reports: an unknown name, a wrong type. */
    readonly error?: string;
  };
  /** All policies of a browser: whether every policy that is set is among those listed. */
  browserPolicies: {
    readonly browser: 'edge' | 'chrome' | 'firefox' | 'chromium';
    readonly count: number;
    readonly isComplete: boolean;
  };
  /** A Windows access token, as whoami lists it. */
  accessToken: {
    readonly account?: Account;
    /** How the session was authenticated, by the SIDs S-1-5-64-10, -14 and -21 (MS-DTYP 2.4.2.4). */
    readonly authentication?: 'NTLM' | 'Schannel' | 'Digest';
    /** Groups of domains that it lists. */
    readonly groups?: DomainGroups;
    /** Privileges that are listed, such as `SeEnableDelegationPrivilege`. */
    readonly privileges?: readonly string[];
    /** True for a session of high integrity: "as administrator". */
    readonly isElevated?: boolean;
    /** How the session came about, by the SIDs S-1-5-2, -3, -4, -6 and -14. */
    readonly logon?: 'network' | 'batch' | 'interactive' | 'service';
    /** True for LocalSystem, LocalService, NetworkService and the identity of a pool or service. */
    readonly isBuiltIn?: boolean;
  };
  /** An address of the computer on which the command ran. */
  ownAddress: { readonly address: string; readonly host?: Host };
}

/** Groups of domains that a user is in. */
export interface DomainGroups {
  readonly count: number;
  /** Those of other domains than the user's, and former names of the user: 40 bytes each in a ticket, the others 8. */
  readonly long: number;
  /** True where every group is listed. */
  readonly isComplete: boolean;
}
