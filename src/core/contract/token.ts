/** Tokens of Negotiate, Kerberos and NTLM, and the credentials of other schemes. */
import type { Span } from '../facts/span.ts';
import type { Field } from './field.ts';

export interface Token {
  /** Header it came in, when the paste shows one. */
  header?: string;
  scheme?: string;
  /** Bytes present. */
  bytes: number;
  /** False when the paste ends before the token does. */
  complete: boolean;
  /** Bytes the token's own outer length announces, when it announces one. */
  expectedBytes?: number;
  /** Outermost first, e.g. ['GSS', 'SPNEGO NegTokenInit', 'Kerberos AP-REQ']. */
  layers: string[];
  at: Span;
  /** The whole token, layer by layer; the leaves cover its bytes without gaps. */
  fields: Field[];
  /** The bytes present, in hex; absent for credentials that travel as text. */
  hex?: string;
  spnego?: Spnego;
  kerberos?: Kerberos;
  ntlm?: Ntlm;
  negoex?: { messages: NegoexMessage[] };
  /** Basic credentials (RFC 7617); the password is never kept. */
  basic?: { user: string };
}

export interface Spnego {
  message: 'NegTokenInit' | 'NegTokenInit2' | 'NegTokenResp';
  /** Dotted OIDs in order of preference. */
  mechTypes?: string[];
  negState?: 'accept-completed' | 'accept-incomplete' | 'reject' | 'request-mic';
  supportedMech?: string;
}

export interface Kerberos {
  /** `AP-REQ`, `AP-REP`, `KRB-ERROR`, `TGT-REQ`, `TGT-REP`, ... */
  message: string;
  realm?: string;
  /** Components joined by '/', e.g. `HTTP/web-server.odessy.local`. */
  sname?: string;
  nameType?: number;
  apOptions?: string[];
  ticket?: { etype: number; kvno?: number; cipherBytes?: number };
  authenticator?: { etype: number };
  errorCode?: number;
  errorName?: string;
  /** ISO 8601, UTC. */
  serverTime?: string;
  /** The client's clock, ISO 8601, UTC. */
  clientTime?: string;
  /** Client name and its realm, where a message has them in clear. */
  cname?: string;
  crealm?: string;
  /** Encryption types that the client can use, in order of preference. */
  etypes?: number[];
  /** Types of pre-authentication data, in order. */
  padata?: number[];
  /** Text of a KRB-ERROR. */
  errorText?: string;
  /** NTSTATUS that a Windows KRB-ERROR carries, such as `0xC0000133`. */
  ntStatus?: string;
}

/** One NEGOEX message (MS-NEGOEX 2.2.6). */
export interface NegoexMessage {
  type: string;
  sequence: number;
  /** GUID. */
  conversation?: string;
  /** GUIDs, in order of preference. */
  authSchemes?: string[];
}

export interface Ntlm {
  type: 1 | 2 | 3;
  /** Unsigned 32-bit. */
  flags?: number;
  flagNames?: string[];
  /** `major.minor.build`. */
  version?: string;
  domain?: string;
  user?: string;
  workstation?: string;
  targetName?: string;
  /** Hex. */
  serverChallenge?: string;
  /** AV pairs by their MS-NLMP names, e.g. MsvAvDnsComputerName. */
  targetInfo?: Record<string, string>;
  response?: 'LMv1' | 'NTLMv1' | 'NTLMv2' | 'anonymous';
  /** Message integrity code, hex. */
  mic?: string;
  /** The client's clock in an NTLMv2 response, ISO 8601, UTC. */
  clientTime?: string;
}
