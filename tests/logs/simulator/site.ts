/** What a site offers, and what it does with each resource. */

export type Scheme = 'windows' | 'basic';

/** What stands in the way behind the logon. */
export type Guard = 'acl' | 'cgi' | 'rule' | 'application';

export interface Resource {
  readonly stem: string;
  readonly method?: string;
  readonly isAnonymous?: boolean;
  readonly guard?: Guard;
  /** Milliseconds that an answer takes, by median. */
  readonly ms?: number;
  /** Instead of 200. */
  readonly status?: number;
  readonly win32?: number;
  /** A WebSocket: the answer 101 lasts as long as the connection. */
  readonly isSocket?: boolean;
}

/** Whose name is logged with a refused logon. Documented for Basic only; see `msdocs-wmsvc` among the samples. */
export type NamedRefusals = 'none' | 'basic' | 'all';

export interface Site {
  readonly id: number;
  readonly name: string;
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly scheme: Scheme;
  /** Authentication in HTTP.sys: quicker, and without a worker process for the legs. */
  readonly isKernelMode: boolean;
  /** authPersistNonNTLM: a Kerberos logon holds for the connection. */
  readonly keepsKerberos: boolean;
  /** Extended Protection is required. */
  readonly needsBinding: boolean;
  readonly named: NamedRefusals;
  readonly pages: readonly Resource[];
  readonly parts: readonly Resource[];
}

/** An idle connection is closed by the server after this. */
export const IDLE_MS = 120_000;
