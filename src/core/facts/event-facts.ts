/**
 * What the events of a Windows event log state. `event` is stated for every event that is recognised;
 * the others have what its message says.
 */
import type { Account, Host, Spn } from './names.ts';
import type { Span } from './span.ts';

/** Which event states a fact. */
export interface FromEvent {
  /** Its number: 4625. */
  readonly event: number;
  /** The computer that wrote it. */
  readonly computer?: Host;
  /** As the source writes it; formats and time zones differ from viewer to viewer. */
  readonly time?: string;
}

/** A logon as the computer sees it on which somebody logs on. */
export interface LogonFields {
  readonly account?: Account;
  /** 2 interactive, 3 network, 4 batch, 5 service, 8 network in clear text, 10 remote desktop. */
  readonly logonType?: number;
  /** Authentication package: `Kerberos`, `NTLM`, `Negotiate`. */
  readonly package?: string;
  /** Version of NTLM, where NTLM was used: `NTLM V1`, `NTLM V2`. */
  readonly lmPackage?: string;
  /** `NtLmSsp`, `Kerberos`, `Advapi`. */
  readonly logonProcess?: string;
  /** Name that the client gives itself. */
  readonly workstation?: Host;
  /** Without the `::ffff:` of an IPv4 address. */
  readonly address?: string;
  /** Path of the program that logged somebody on. */
  readonly process?: string;
}

/** A client that asked a domain controller for a ticket. */
export interface TicketClient {
  readonly client?: Account;
  readonly address?: string;
}

export interface EventFacts {
  /** An event that was recognised, with what its header says. */
  event: {
    readonly id: number;
    /** In full, such as `Microsoft-Windows-Security-Auditing`. */
    readonly provider: string;
    readonly computer?: Host;
    readonly time?: string;
    /** What tells which event it is: its number, the words of its message, or only its values. */
    readonly by: 'number' | 'wording' | 'values';
  };
  /** Somebody logged on (4624, 540). */
  logon: FromEvent & LogonFields;
  /** Somebody could not log on (4625, 529 to 539). */
  logonFailed: FromEvent &
    LogonFields & {
      /** NTSTATUS or SSPI code, unsigned; absent in an event that has none. */
      readonly status?: number;
      /** The reason where `status` only sums up; 0 for none. */
      readonly subStatus?: number;
    };
  /** A program logged somebody on with credentials that it was given (4648). */
  explicitLogon: FromEvent & {
    readonly account?: Account;
    /** Who runs the program. */
    readonly by?: Account;
    readonly target?: Host;
    readonly process?: string;
    readonly address?: string;
  };
  /** A domain controller refused the ticket-granting ticket (4768, 4771), so there is none for any site. */
  signInRefused: FromEvent &
    TicketClient & {
      /** Of RFC 4120 7.5.9. */
      readonly code: number;
      /** Of the pre-authentication (RFC 4120 7.5.2): 0 none, 2 a timestamp, 15 and more a certificate. */
      readonly preAuthType?: number;
    };
  /** A domain controller issued a ticket-granting ticket (4768). */
  signIn: FromEvent &
    TicketClient & {
      readonly etype?: number;
      readonly preAuthType?: number;
      readonly etypeAt?: Span;
    };
  /** A domain controller issued a service ticket (4769). The event has no SPN, but the account that holds it. */
  ticketIssued: FromEvent &
    TicketClient & {
      readonly owner?: Account;
      readonly etype?: number;
      readonly etypeAt?: Span;
      readonly sessionEtype?: number;
    };
  /** A computer checked a password with NTLM (4776). */
  ntlmValidation: FromEvent & {
    readonly account?: Account;
    readonly workstation?: Host;
    /** NTSTATUS; 0 when it was right. */
    readonly status: number;
  };
  /** NTLM was used or blocked (NTLM/Operational). */
  ntlmUse: FromEvent & {
    /** Who writes it: the client, the server, or a domain controller. */
    readonly seenBy: 'client' | 'server' | 'domain-controller';
    /** `audited`: a policy would block it. `blocked`: it was. `used`: the enhanced log of 2025. */
    readonly outcome: 'used' | 'audited' | 'blocked';
    readonly account?: Account;
    /** What it was for: an SPN, or the name of the server. */
    readonly target?: string;
    readonly spn?: Spn;
    readonly workstation?: Host;
    readonly address?: string;
    readonly process?: string;
    /** Number of the reason; the text is more reliable. */
    readonly reasonId?: number;
    readonly reason?: string;
    readonly version?: string;
  };
  /** NTLM or a weak pre-authentication was refused for what the account may do (4820 to 4824, 100, 101, 104 to 106). */
  accountPolicyRefused: FromEvent & {
    /** A member of Protected Users, or an authentication policy. */
    readonly by: 'protected-users' | 'policy';
    readonly protocol: 'NTLM' | 'Kerberos';
    readonly account?: Account;
    readonly device?: Host;
    readonly policy?: string;
  };
  /** The client was told that the server could not decrypt the ticket (Kerberos 4). */
  decryptFailed: FromEvent & {
    /** The account whose key was tried, as the server names itself: `web01$`, `svc-portal`, `host/web01.contoso.com`. */
    readonly server?: Account;
    readonly target?: Spn;
    readonly realm?: string;
    readonly clientRealm?: string;
    readonly targetAt?: Span;
  };
  /** The client received a KRB-ERROR (Kerberos 3, which is written while logging is on). */
  kerberosError: FromEvent & {
    /** Of RFC 4120 7.5.9. */
    readonly code: number;
    readonly spn?: Spn;
    /** NTSTATUS of the extended error. */
    readonly extended?: number;
  };
  /** An account has no key of an encryption type that was asked for (KDC 14, 16, 26, 27). */
  keyMissing: FromEvent & {
    readonly account?: Account;
    readonly target?: string;
    readonly spn?: Spn;
    /** `AS`: for a ticket-granting ticket. `TGS`: for a service ticket. */
    readonly request: 'AS' | 'TGS';
    /** Encryption type numbers (RFC 3961 8); empty where they are not shown. */
    readonly requested: readonly number[];
    readonly available: readonly number[];
  };
  /** A domain controller refused RC4, or will (Kdcsvc 201 to 209). */
  weakTicket: FromEvent & {
    readonly isBlocked: boolean;
    /** Who lacks AES: the client, the keys of the account, or nobody (`policy`: the registry lets weak types in). */
    readonly lacks: 'client' | 'account' | 'policy';
    readonly client?: Account;
    readonly service?: Account;
    readonly spn?: Spn;
  };
  /** The KDC found a name on more than one account (KDC 11), or the client was told so (Kerberos 101). */
  duplicateName: FromEvent & { readonly name?: string; readonly spn?: Spn };
  /** The client was told that no account holds the name (Kerberos 100). */
  unknownName: FromEvent & { readonly spn?: Spn };
  /** Windows refused a logon from the computer to itself (LsaSrv 6037). */
  loopbackRefused: FromEvent & {
    readonly process?: string;
    readonly target?: string;
    readonly spn?: Spn;
  };
  /** Windows could not authenticate to a server (LsaSrv 40960, 40961, 40970). */
  authenticationError: FromEvent & {
    readonly target?: string;
    readonly spn?: Spn;
    readonly protocol?: string;
    /** NTSTATUS, unsigned. */
    readonly code?: number;
  };
  /** An application pool's worker process could not be started (WAS). */
  workerProcessFailed: FromEvent & {
    readonly pool?: string;
    /** `identity`: its account cannot log on. `failures`: its processes failed too often. */
    readonly why: 'identity' | 'failures' | 'start';
    /** Win32 error in the data of the event. */
    readonly code?: number;
  };
  /** HTTP.sys could not use a TLS binding, or its settings were changed (HttpEvent). */
  tlsBindingEvent: FromEvent & {
    readonly endpoint?: string;
    readonly what: 'failed' | 'deleted' | 'created' | 'no-package';
  };
  /** TLS failed or ended with an alert (Schannel). */
  tlsFailed: FromEvent & {
    /** Of RFC 8446 6. */
    readonly alert?: number;
    readonly target?: string;
    readonly side?: 'client' | 'server';
    readonly code?: number;
  };
}
