/** What client programs, Kerberos libraries and modules of other web servers say of a logon. */
import type { Host, Spn } from './names.ts';
import type { Span } from './span.ts';

export interface ClientFacts {
  /** A routine or a Kerberos error that GSSAPI, a Kerberos library or a module of a web server reports. */
  gssFailure: {
    /** `client`: no token could be made. `server`: the token of a client could not be accepted. */
    readonly side?: 'client' | 'server';
    /** Routine error of the major status, in its own bits (RFC 2744 3.9.1): 1 is BAD_MECH, 13 FAILURE. */
    readonly routine?: number;
    /** Number of the Kerberos error (RFC 4120 7.5.9); absent for errors of the library itself. */
    readonly code?: number;
    /** What it was about, where the source names it. */
    readonly spn?: Spn;
    readonly codeAt?: Span;
  };
  /** A key for a ticket that an acceptor did not find, or that did not fit. */
  keytabKeyMissing: {
    /** The name in the ticket; absent where it is not told. */
    readonly principal?: string;
    readonly spn?: Spn;
    /** Version and encryption type that the ticket needs. */
    readonly kvno?: number;
    readonly etype?: number;
    /** `entry`: no key for the name. `version`, `etype`: none of that kind. `wrong`: there is one, and it does not decrypt. `keytab`: no keys at all. */
    readonly what: 'entry' | 'version' | 'etype' | 'wrong' | 'keytab';
    /** Path of the keytab. */
    readonly keytab?: string;
  };
  /** The mechanisms in a client's token, as an acceptor lists them: the first one is what it sent. */
  mechanismList: {
    /** OIDs in dotted form (RFC 4178 4.1). */
    readonly oids: readonly string[];
  };
  /** An acceptor decrypted a ticket. */
  ticketAccepted: {
    readonly spn?: Spn;
    /** Encryption type number (RFC 3961 8) of its key. */
    readonly etype?: number;
  };
  /** An NTLM message that a list of packets names. */
  listedNtlm: {
    readonly type: 1 | 2 | 3;
    /** Who logs on, as the list writes it; of type 3. */
    readonly user?: string;
  };
  /** A browser's own log on whether it may answer a challenge. */
  browserAnswer: {
    readonly browser: 'firefox';
    readonly host?: Host;
    readonly isAllowed: boolean;
    readonly delegates?: boolean;
  };
  /** A recording of requests as a whole. */
  recording: {
    readonly format: 'har';
    /** Name and version of the program that wrote it. */
    readonly program?: string;
    readonly requests: number;
    /** What is not in it: headers with credentials, or all of a handshake but its last answer. */
    readonly lacks?: 'credentials' | 'steps';
  };
  /** What Chromium's own log says of a scheme that a host offers. */
  browserScheme: {
    /** In lower case: `negotiate`, `ntlm`, `basic`. */
    readonly scheme: string;
    readonly host?: Host;
    /** Why it cannot be used, by the browser's own name: `ERR_UNSUPPORTED_AUTH_SCHEME`. */
    readonly error?: string;
    /** Whether the credentials of the logon session may be sent unasked. */
    readonly allowsDefaultCredentials?: boolean;
    readonly isProxy?: true;
  };
  /** One token that Chromium asked Windows or GSSAPI for, and the result. */
  browserToken: {
    readonly spn?: Spn;
    /** SECURITY_STATUS, unsigned; 0 and codes below 0x80000000 are no errors. */
    readonly code?: number;
    /** The browser's own name of the error. */
    readonly error?: string;
    /** `Kerberos`, `NTLM`: what Windows chose. */
    readonly mechanism?: string;
    readonly delegates?: boolean;
  };
  /** A recording of packets as a whole. */
  packetCapture: {
    /** HTTP messages that could be read in it. */
    readonly messages: number;
  };
  /** What a recording of packets holds and nobody can read, or what is only counted. */
  unreadTraffic: {
    /** `TLS`, `SMB`, `LDAP`, `RPC`, `kpasswd`. */
    readonly protocol: string;
    readonly connections: number;
    /** Of TLS: where to, with port, and the name that the client asks for. */
    readonly address?: string;
    readonly host?: Host;
  };
  /** What a client program says of a request that was refused. */
  clientRefused: {
    readonly program: 'wcf' | 'dotnet' | 'powershell' | 'winrm' | 'ansible' | 'python' | 'git';
    /** The scheme that it used, as it writes it: `Anonymous`, `Negotiate`, `Ntlm`, `kerberos`. */
    readonly scheme?: string;
    /** The schemes of WWW-Authenticate, in order, where it quotes the header; empty for an empty one. */
    readonly offered?: readonly string[];
    /** True where the quoted header has a token of the server in it. */
    readonly isContinued?: boolean;
    readonly status?: number;
    readonly host?: Host;
    /** Security status that it names, unsigned. */
    readonly code?: number;
    /** Its own name for the failure, which is not translated: `ServerNotTrusted`. */
    readonly errorId?: string;
  };
  /** What the Negotiate handler of ASP.NET Core says of a handshake (NegotiateLoggingExtensions). */
  negotiateHandler: {
    /** `between`: an anonymous request in the middle of a handshake. `deferred`: the server does it. */
    readonly says: 'challenged' | 'continues' | 'completed' | 'between' | 'deferred' | 'failed';
    readonly protocol?: 'Kerberos' | 'NTLM';
    /** Security status of the exception below it, unsigned. */
    readonly code?: number;
  };
}
