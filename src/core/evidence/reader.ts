/**
 * How one kind of evidence is read. Its folder holds everything about it: how it is recognised and
 * read, its tables, the rules that need nothing else, fixtures and tests. A reader states what the
 * text says; it concludes nothing. A new kind is a new folder and one line in `list.ts`.
 */
import type { Kind, Problem } from '../contract/decoded.ts';
import type { Code, Log, Message, Token } from '../contract/decoded.ts';
import type { Rule } from '../case/rule.ts';
import type { Fact } from '../facts/fact.ts';
import type { Span } from '../facts/span.ts';
import type { Rewritten } from '../text/rewrite.ts';

/** What the person knows better than the paste. */
export interface Options {
  /**
   * What each value of a log row is, in order, by the columns' names in `#Fields`; `-` for a value
   * that is of no interest. Rows with another number of values are read as without it.
   */
  readonly columns?: readonly string[];
}

/** Evidence inside evidence, for another reader: the credentials in a header. */
export interface Inner {
  /** The characters of the credentials. */
  readonly at: Span;
  /** `Authorization`, `WWW-Authenticate` and their kin. */
  readonly header: string;
  readonly scheme?: string;
  /** `text`: the characters are the credentials themselves, as in Digest and Bearer. */
  readonly form: 'base64' | 'text';
  /** The whole header, which goes with it. */
  readonly within: Span;
}

/**
 * An HTTP message, or a request with its answer, that a recording holds in a form of its own: as lines,
 * with the way back to the recording.
 */
export interface Recorded extends Rewritten {
  /** What the recording knows of these messages besides their lines. */
  readonly of?: Pick<Message, 'connection' | 'time' | 'lacksCredentials'>;
}

/** What the readers before have done with the text. */
export interface Context {
  /** Ranges that are explained already; a reader leaves them alone. */
  readonly claimed: readonly Span[];
  /** What other readers found for this one. */
  readonly inner: readonly Inner[];
  /** Messages that a recording of the network holds, for the reader of HTTP. */
  readonly recorded?: readonly Recorded[];
  readonly options: Options;
}

/** What one reader found in one source. All spans are ranges of the text it was given. */
export interface Reading {
  /** The kinds of evidence that it recognised; none when it only found something for another reader. */
  readonly kinds: readonly Kind[];
  readonly facts?: readonly Fact[];
  readonly tokens?: readonly Token[];
  readonly log?: Log;
  readonly messages?: readonly Message[];
  readonly codes?: readonly Code[];
  /** What could not be read, each with its place and what was expected there. */
  readonly problems?: readonly Problem[];
  /** Ranges that it explains, so that a code in a ticket's flags is not looked up on its own. */
  readonly claimed: readonly Span[];
  /** True when later readers may read what it claims as well: a code inside a message. */
  readonly isShared?: true;
  readonly inner?: readonly Inner[];
  readonly recorded?: readonly Recorded[];
}

/** The part of a reader that is loaded when its evidence may be there. */
export interface LoadedReader {
  /**
   * Reads the text, in time linear in its length. `undefined`: there is no such evidence after all.
   * Never throws.
   */
  readonly read: (
    text: string,
    context: Context,
  ) => Reading | undefined | Promise<Reading | undefined>;
  /** The rules that need nothing but this kind of evidence, the most telling first. */
  readonly loadRules: () => Promise<readonly Rule[]>;
}

export interface Reader {
  readonly name: string;
  /** Cheap and linear: may this text hold such evidence? A false "yes" costs time, a "no" is final. */
  readonly seen: (text: string) => boolean;
  /** True for the reader of what other readers hand over as `recorded`. */
  readonly isOfRecorded?: true;
  readonly load: () => Promise<LoadedReader>;
}
