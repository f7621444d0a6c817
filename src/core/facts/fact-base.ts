/** Everything that the sources of a case state, in one place, for the rules to read. */
import type { Code, Decoded, Log, Message, Token } from '../contract/decoded.ts';
import type { Fact, FactKind, FactOf } from './fact.ts';
import type { Span } from './span.ts';

/** What a rule can need: a kind of fact, or one of the documents that the larger readers write. */
export type Need = FactKind | 'tokens' | 'messages' | 'log' | 'codes';

/** A source of the case: a paste, a file, a member of an archive. */
export interface Source {
  /** Unique in its case. */
  readonly id: string;
  readonly name?: string;
  readonly text: string;
}

export class FactBase {
  readonly sources: readonly Source[];
  readonly kinds: Decoded['kinds'];
  readonly tokens: readonly Token[];
  readonly messages: readonly Message[];
  readonly codes: readonly Code[];
  readonly log: Log | undefined;
  readonly facts: readonly Fact[];
  /** Facts of each kind; many rules ask for the same one. */
  readonly #byKind = new Map<FactKind, readonly Fact[]>();

  constructor(
    sources: readonly Source[],
    read: Pick<Decoded, 'kinds' | 'tokens' | 'messages' | 'codes' | 'log' | 'facts'>,
  ) {
    this.sources = sources;
    this.kinds = read.kinds;
    this.tokens = read.tokens;
    this.messages = read.messages ?? [];
    this.codes = read.codes ?? [];
    this.log = read.log;
    this.facts = read.facts;
  }

  /** All facts of a kind, in the order of the sources. */
  all<Kind extends FactKind>(kind: Kind): readonly FactOf<Kind>[] {
    const isOf = (fact: Fact): fact is FactOf<Kind> => fact.kind === kind;
    const known = this.#byKind.get(kind) as readonly FactOf<Kind>[] | undefined;
    const all = known ?? this.facts.filter(isOf);
    if (!known) this.#byKind.set(kind, all);
    return all;
  }

  /** Whether there is any; of a list, whether there is any of one of them. */
  has(need: Need | readonly Need[]): boolean {
    if (typeof need !== 'string') return need.some((one) => this.has(one));
    if (need === 'log') return this.log !== undefined;
    if (need === 'tokens' || need === 'messages' || need === 'codes') return this[need].length > 0;
    return this.all(need).length > 0;
  }

  /** Text of the source that a place is in. */
  textOf({ source }: Span): string {
    const found =
      source === undefined ? this.sources[0] : this.sources.find(({ id }) => id === source);
    return found?.text ?? '';
  }

  /** The characters at a place. */
  written(at: Span): string {
    return this.textOf(at).slice(at.start, at.end);
  }
}
