/**
 * What evidence states. A fact is one thing that a source says by itself, with the place where it
 * says so; nothing is concluded here. Readers write facts, rules read them, nobody changes one.
 */
import type { Span } from './span.ts';
import type { ClientFacts } from './client-facts.ts';
import type { DirectoryFacts } from './directory-facts.ts';
import type { EventFacts } from './event-facts.ts';
import type { IisAnswerFacts } from './iis-answer-facts.ts';
import type { Account, Host, Spn } from './names.ts';
import type { WindowsFacts } from './windows-facts.ts';

/** Every kind of fact by its name. A reader that states something new adds its kind here. */
export interface FactTypes
  extends ClientFacts, DirectoryFacts, EventFacts, IisAnswerFacts, WindowsFacts {
  /** A Kerberos ticket. */
  ticket: {
    readonly spn: Spn;
    /** `cache`: listed by klist. `sent`: in a request's header. `issued`: as the KDC recorded it, or as a trace shows its answer. */
    readonly seen: 'cache' | 'sent' | 'issued';
    readonly client?: Account;
    readonly realm?: string;
    /** Encryption type number (RFC 3961 8) of the ticket, which is that of the account's key. */
    readonly etype?: number;
    readonly kvno?: number;
    readonly flags?: readonly string[];
    /** As the source writes it; formats and time zones differ from machine to machine. */
    readonly end?: string;
    /** True where the source itself says that the ticket has expired. */
    readonly isExpired?: boolean;
    /** The domain controller that issued it. */
    readonly kdc?: Host;
    /** True where the source shows the bytes of the session key; the bytes are in no fact. */
    readonly showsSessionKey?: boolean;
    /** Places of the encryption type and of the flags. */
    readonly etypeAt?: Span;
    readonly flagsAt?: Span;
  };
  /** A cache of tickets as a whole: whether every ticket of the session is among those listed. */
  ticketCache: {
    readonly count: number;
    readonly isComplete: boolean;
    readonly client?: Account;
    /** Whose klist wrote it. */
    readonly tool?: 'windows' | 'mit' | 'heimdal';
  };
  /** klist could not list tickets or sessions: nothing is said about Kerberos itself. */
  ticketCacheUnreadable: {
    readonly code: number;
    readonly space: 'ntstatus' | 'win32' | 'sspi';
    readonly name?: string;
  };
  /** A logon session of a Windows computer. */
  logonSession: {
    /** Logon id, such as `0x977a31`. */
    readonly id: string;
    readonly account: Account;
    /** The package that signed the user in: `Kerberos`, `NTLM`, `Negotiate`. */
    readonly authenticationPackage: string;
    /** True for the session in which the command ran. */
    readonly isCurrent: boolean;
  };
  /** A ticket that was asked for and not given. */
  ticketRefused: {
    /** Absent where the evidence does not show what was asked for. */
    readonly spn?: Spn;
    /** NTSTATUS, Win32, SSPI or Kerberos code, unsigned. */
    readonly code: number;
    readonly space: 'ntstatus' | 'win32' | 'sspi' | 'kerberos';
    /** The name of the code, such as `STATUS_NO_TRUST_SAM_ACCOUNT`. */
    readonly name?: string;
    /** Who said so: klist, the KDC's own record, or a program's trace. */
    readonly told: 'klist' | 'kdc' | 'trace';
    /** Who asked, and from where, as the KDC's own record has it. */
    readonly client?: Account;
    readonly address?: string;
    /** What the KDC's record names where that is no SPN: an account. */
    readonly service?: Account;
    readonly kdc?: Host;
    /** As the KDC's record writes it. */
    readonly time?: string;
  };
  /** An account that holds an SPN; two of them for one SPN are a duplicate. */
  spnOwner: {
    readonly spn: Spn;
    readonly account: Account;
    /** True for an account that also holds HOST/ names, as every computer account does; false where all its SPNs are listed and none is. */
    readonly isComputer?: boolean;
    /** The same account by its logon name, where the command line above the listing gives it. */
    readonly logon?: Account;
  };
  /** A search of the directory for one SPN. */
  spnSearch: {
    /** Absent where the paste does not show what was searched for. */
    readonly spn?: Spn;
    /** What was searched for when it contains wildcards: a search for `HTTP/web*`. */
    readonly pattern?: string;
    readonly owners: number;
    readonly scope: 'domain' | 'forest';
  };
  /** A search of the directory for every SPN that more than one account holds. */
  spnDuplicates: {
    readonly groups: number;
    /** The SPNs of the groups that are shown; each account is an `spnOwner`. */
    readonly spns: readonly Spn[];
    readonly scope: 'domain' | 'forest';
  };
  /** All SPNs of one account, as `setspn -L` lists them. */
  spnList: {
    readonly account: Account;
    readonly spns: readonly Spn[];
    /** The same account by its logon name, where the command line above the listing gives it. */
    readonly logon?: Account;
  };
  /** The directory or the tool refused to register an SPN. */
  spnRefused: {
    readonly spn?: Spn;
    readonly account?: Account;
    readonly why: 'duplicate' | 'no-account' | 'no-domain' | 'access-denied' | 'other';
    readonly code?: number;
    /** The domain that could not be reached. */
    readonly domain?: string;
  };
  /** Identity of an application pool's worker processes. */
  poolIdentity: {
    readonly pool: string;
    readonly type:
      | 'ApplicationPoolIdentity'
      | 'NetworkService'
      | 'LocalSystem'
      | 'LocalService'
      | 'SpecificUser';
    /** The account of `SpecificUser`. */
    readonly account?: Account;
    /** False when the default was taken because nothing is configured. */
    readonly isStated: boolean;
  };
  /** Which pool runs which application. */
  application: { readonly site: string; readonly path: string; readonly pool: string };
  /** A site's binding. */
  binding: {
    readonly site: string;
    readonly protocol: string;
    readonly address: string;
    readonly port: string;
    readonly host: Host;
  };
  /** Windows authentication at one location, with what is inherited and what is the default filled in. */
  windowsAuthentication: {
    /** `Default Web Site/app`; '' for the whole server; absent in a fragment that does not say. */
    readonly location?: string;
    readonly enabled: boolean;
    readonly kernelMode: boolean;
    readonly useAppPoolCredentials: boolean;
    /** In order; empty when every provider is cleared. */
    readonly providers: readonly string[];
    readonly tokenChecking: 'None' | 'Allow' | 'Require';
    /**
     * Names of the attributes that the evidence writes out, here or at a level above; `providers` for
     * the list. The others are defaults, which a level that is not in the evidence may change.
     */
    readonly stated: readonly string[];
    /** Absent in a fragment that may be of any file. A whole server file leaves nothing but web.config open. */
    readonly file?: 'applicationHost.config' | 'web.config';
    /** False where the list adds to one that the evidence does not show. */
    readonly isProviderListWhole?: boolean;
    /** Of `extendedProtection`: `Proxy`, `NoServiceNameCheck` and so on, without `None`. */
    readonly flags?: readonly string[];
    /** SPNs that `extendedProtection` accepts besides its own. */
    readonly spns?: readonly string[];
    readonly authPersistNonNTLM?: boolean;
    readonly authPersistSingleRequest?: boolean;
  };
  /** Another authentication method at one location. */
  otherAuthentication: {
    readonly location?: string;
    readonly method:
      'anonymous' | 'basic' | 'digest' | 'forms' | 'clientCertificate' | 'iisClientCertificate';
    readonly enabled: boolean;
    readonly user?: Account;
  };
  /** A rule of IIS or ASP.NET URL authorization. */
  authorizationRule: {
    readonly location?: string;
    /** `iis`: system.webServer/security/authorization. `asp.net`: system.web/authorization. */
    readonly of: 'iis' | 'asp.net';
    readonly access: 'allow' | 'deny';
    /** `*` is everybody, `?` is anonymous users. */
    readonly users: readonly string[];
    readonly roles: readonly string[];
    readonly verbs: readonly string[];
  };
  /** ASP.NET impersonation (system.web/identity). */
  impersonation: {
    readonly location?: string;
    readonly enabled: boolean;
    /** The fixed account that is impersonated instead of the user. */
    readonly account?: Account;
    /** False where validateIntegratedModeConfiguration is stated as false in the same place. */
    readonly isValidated: boolean;
  };
  /** Whether a section may be set below the server's own file, such as in a web.config. */
  sectionLock: {
    /** `windowsAuthentication`; '' for every section of the location. */
    readonly section: string;
    /** '' for the whole server. */
    readonly location: string;
    readonly isLocked: boolean;
  };
  /** Which addresses a location admits (system.webServer/security/ipSecurity). */
  ipRestriction: {
    readonly location?: string;
    readonly isUnlistedAllowed: boolean;
    /** What refused addresses get: `Forbidden`, the default, or `Unauthorized`, `AbortRequest`, `NotFound`. */
    readonly denyAction?: string;
    readonly denied: readonly string[];
  };
  /** The ASP.NET Core module at one location. */
  aspNetCore: { readonly location?: string; readonly forwardWindowsAuthToken: boolean };
  /** A limit of request filtering on the size of one header, in bytes. */
  headerLimit: { readonly location?: string; readonly header: string; readonly bytes: number };
  /** What is known of an application pool besides its identity. */
  applicationPool: {
    readonly pool: string;
    readonly pipelineMode?: 'Integrated' | 'Classic';
    /** `Started`, `Stopped`. */
    readonly state?: string;
  };
  /** A command that would set configuration. It proves nothing of what is configured now. */
  configCommand: {
    readonly location?: string;
    /** `windowsAuthentication` */
    readonly section: string;
    /** `enabled` and `True`; a password's value is left out. */
    readonly sets: readonly { readonly name: string; readonly value: string }[];
  };
  /** What a name resolves to. */
  dnsName: {
    readonly name: Host;
    /** The name at the end of the aliases; absent for a name that is no alias. */
    readonly canonical?: Host;
    readonly addresses: readonly string[];
    /** `missing`: the resolver says that there is no such name. */
    readonly answer: 'address' | 'alias' | 'missing';
  };
  /** A key in a keytab. */
  keytabEntry: {
    readonly spn?: Spn;
    readonly principal: string;
    readonly kvno: number;
    readonly etype?: number;
  };
  /** A message of a program, known by its wording. */
  errorText: {
    /** Id of the row in `content/sentences.json`. */
    readonly sentence: string;
    /** As it is written, on one line. */
    readonly text: string;
    /** The SPN that it is about: named in it or next to it (`isNear`), or the only one of the source. */
    readonly spn?: Spn;
    readonly isNear?: boolean;
    /** The host that it is about: next to it, or the only one of the source. */
    readonly host?: Host;
  };
}

export type FactKind = keyof FactTypes;
export type Fact = {
  readonly [Kind in FactKind]: { readonly kind: Kind; readonly at: Span } & FactTypes[Kind];
}[FactKind];
export type FactOf<Kind extends FactKind> = Extract<Fact, { readonly kind: Kind }>;
