/** How programs differ, and what they log on with. */
import type { Outcome } from '../../../src/core/contract/decoded.ts';
import type { Resource } from './site.ts';
import type { Process } from './world.ts';

export interface Identity {
  readonly name: string;
  /** The name as it is typed: only Basic sends it like that. */
  readonly typed: string;
  readonly password: string;
  /** The directory gives out tickets for it; without one, Windows falls back to NTLM. */
  readonly hasTickets: boolean;
  /** The name is not that of its person. */
  readonly isMisnamed?: boolean;
}

/** Who sits in front of a program. */
export interface Asked {
  /** Gives a password after a while; undefined when the prompt is canceled. */
  answer(refusals: number): Process<Identity | undefined>;
}

export interface Habits {
  readonly agent: string;
  readonly version: string;
  /** To one host at once. */
  readonly connections: number;
  /** What Windows logs on with unasked, if the program does that for the site. */
  readonly ambient: Identity | undefined;
  /** Asks for tickets, which needs a domain controller near and an SPN. */
  readonly usesTickets: boolean;
  /** Win32 code of what is wrong with its tickets. */
  readonly fault: number;
  /** Sends channel bindings that match. */
  readonly isBound: boolean;
  /** Sends a token before it is asked: WinINet where it was asked once, Office always. */
  readonly eager: 'never' | 'later' | 'always';
  /** Gives up after so many refused prompts; Internet Explorer after three. */
  readonly prompts: number;
  /** Share of the legs after which it goes away. */
  readonly leaves: number;
  /** Cannot speak the scheme, or may not: a challenge is the end. */
  readonly isMute: boolean;
}

/** What is fetched, and how. */
export interface Wanted {
  readonly resource: Resource;
  readonly method?: string;
  readonly query?: string;
  readonly referer?: string;
  readonly isCached?: boolean;
  readonly holdMs?: number;
  /** What an attempt without success is called where its codes alone do not tell. */
  readonly known?: Outcome;
}
