/** What one client met while it fetched one resource, taken down as it happens. */
import type { Outcome } from '../../../src/core/contract/decoded.ts';
import type { Refused } from './iis.ts';
import type { Row } from './row.ts';
import type { Site } from './site.ts';

export type Event =
  | { readonly kind: 'refused'; readonly row: Row; readonly refused: Refused }
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

  constructor(
    parts: Pick<Visit, 'actor' | 'site' | 'method' | 'stem' | 'begin'> & { known?: Outcome },
  ) {
    ({ actor: this.actor, site: this.site } = parts);
    ({ method: this.method, stem: this.stem, begin: this.begin } = parts);
    this.known = parts.known;
  }
}
