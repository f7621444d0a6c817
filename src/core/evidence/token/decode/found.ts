/**
 * What a token says, collected while its bytes are read. Where a token holds several messages of
 * one family (a TGS-REQ holds an AP-REQ), the outermost one is the one that is told.
 */
import type { Kerberos, NegoexMessage, Ntlm, Spnego } from '../../../contract/decoded.ts';

export interface Found {
  /** Outermost first. */
  layers: string[];
  spnego?: Spnego;
  kerberos?: Kerberos;
  ntlm?: Ntlm;
  negoex?: { messages: NegoexMessage[] };
  /** Messages read inside each other so far, against `limits.TOKEN_DEPTH`. */
  depth: number;
  /** Where the last mechToken or responseToken lies, to recognise its copy in a mechListMIC. */
  innerToken?: { start: number; end: number };
}

export function nothingFound(depth = 0): Found {
  return { layers: [], depth };
}
