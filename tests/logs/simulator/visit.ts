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
