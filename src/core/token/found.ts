/**
 * What a token says, collected while its bytes are read. Where a token holds several messages of
 * one family (a TGS-REQ holds an AP-REQ), the outermost one is the one that is told.
 */
import type { Kerberos, Ntlm, Spnego } from '../decoded.ts';

/** Kerberos as told by its message, with what a diagnosis can use beyond the stable names. */
export interface KerberosFacts extends Kerberos {
  /** Client name and realm, when they are in clear. */
  cname?: string;
  crealm?: string;
  /** Encryption types the client can use, in order of preference. */
  etypes?: number[];
  /** Types of pre-authentication data, in order. */
  padata?: number[];
  /** Text of a KRB-ERROR. */
  errorText?: string;
  /** NTSTATUS a Windows KRB-ERROR carries, such as `0xC0000133`. */
  ntStatus?: string;
  /** The client's clock, ISO 8601, UTC. */
  clientTime?: string;
}

export interface NtlmFacts extends Ntlm {
  /** Hex of the message integrity code. */
  mic?: string;
  /** The client's clock in an NTLMv2 response, ISO 8601, UTC. */
  clientTime?: string;
}

/** One NEGOEX message (MS-NEGOEX 2.2.6). */
export interface NegoexMessage {
  type: string;
  sequence: number;
  conversation?: string;
  authSchemes?: string[];
}

export interface Found {
  /** Outermost first. */
  layers: string[];
  spnego?: Spnego;
  kerberos?: KerberosFacts;
  ntlm?: NtlmFacts;
  negoex?: { messages: NegoexMessage[] };
  /** Messages read inside each other so far, against `limits.TOKEN_DEPTH`. */
  depth: number;
  /** Where the last mechToken or responseToken lies, to recognise its copy in a mechListMIC. */
  innerToken?: { start: number; end: number };
}

export function nothingFound(depth = 0): Found {
  return { layers: [], depth };
}
