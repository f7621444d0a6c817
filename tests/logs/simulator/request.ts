/** What goes to the server and comes back. */
import type { Row } from './row.ts';
import type { Guard, Resource } from './site.ts';

/** What is in the Authorization header. */
export type Credentials =
  | {
      readonly kind: 'basic';
      /** The name as it was typed, and what it is in the directory. */
      readonly typed: string;
      readonly name: string;
      readonly password: string;
    }
  | { readonly kind: 'ntlm-1' }
  | {
      readonly kind: 'ntlm-3';
      readonly name: string;
      readonly password: string;
      /** With channel bindings that match. */
      readonly isBound: boolean;
    }
  | {
      readonly kind: 'kerberos';
      readonly name: string;
      readonly isBound: boolean;
      /** Win32 code of what is wrong with the ticket. */
      readonly fault: number;
    };

export type CredentialsOf<K extends Credentials['kind']> = Extract<Credentials, { kind: K }>;

export interface Request {
  readonly resource: Resource;
  readonly method: string;
  readonly query: string;
  readonly agent: string;
  readonly referer: string;
  readonly version: string;
  readonly credentials?: Credentials | undefined;
  /** The client has it already and asks whether it has changed. */
  readonly isCached: boolean;
  /** The client closes the connection before it has the answer. */
  readonly isCut?: boolean;
  /** For a WebSocket: how long it is held, in milliseconds. */
  readonly holdMs: number;
}

/** What a 401 means to the server. */
export type Refused = 'challenge' | 'handshake' | 'logon' | Guard;

export interface Answer {
  readonly row: Row;
  /** Undefined for any answer but 401. */
  readonly refused?: Refused | undefined;
}
