/** What one client met while it fetched one resource, taken down as it happens. */
import type { Outcome } from '../../../src/core/contract/decoded.ts';
import type { Refused } from './request.ts';
import type { Row } from './row.ts';
import type { Site } from './site.ts';

/** A 401. */
export interface Met {
  readonly kind: 'refused';
  readonly row: Row;
  readonly refused: Refused;
}

export type Event =
  | Met
  /** Somebody was asked for a password and gave one. */
  | { readonly kind: 'answered' }
  /** Any answer but 401. */
  | { readonly kind: 'in'; readonly row: Row };

/** What happened that a log does not tell, or tells in a way that means something else. */
export type Oddity =
  /** A prompt was answered as fast as a program answers. */
  | 'quick-prompt'
  /** The program waited for a ticket as long as a person needs for a password. */
  | 'slow-ticket'
  /** A connection was lost in the middle, and all began again. */
  | 'lost-connection'
  /** The log has a name that was mistyped, as if somebody else had tried. */
  | 'other-name'
  /** The first 401 was that of HTTP/2, before the browser went back to HTTP/1.1. */
  | 'http-2';

export class Visit {
  /** The person or program, with the device that it uses. */
  readonly actor: string;
  readonly site: Site;
  readonly method: string;
  readonly stem: string;
  readonly begin: number;
  /** What it is called unless it succeeds, where the codes alone do not tell. */
  readonly known: Outcome | undefined;
  readonly events: Event[] = [];
  readonly odd = new Set<Oddity>();
  end = 0;

  constructor({
    actor,
    site,
    method,
    stem,
    begin,
    known,
  }: Pick<Visit, 'actor' | 'site' | 'method' | 'stem' | 'begin' | 'known'>) {
    this.actor = actor;
    this.site = site;
    this.method = method;
    this.stem = stem;
    this.begin = begin;
    this.known = known;
  }
}
