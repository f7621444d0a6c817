/**
 * XML with places. saxes splits the text; the elements are put together here, so that a fragment
 * without a root, several roots, text around them, a file that is torn at either end and tags in the
 * wrong order all give what can be read. No entity but those of XML itself is expanded (XML 1.0, 4.6).
 */
import { SaxesParser } from 'saxes';
import type { Problem } from '../contract/decoded.ts';
import type { Span } from '../facts/span.ts';
import { XML_ATTRIBUTES, XML_DEPTH, XML_ELEMENTS, XML_MISTAKES } from '../limits.ts';
import { xmlSource, type XmlSource } from './xml-source.ts';

export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  /** The value, without its quotation marks. */
  readonly at: Span;
}

export interface XmlElement {
  readonly name: string;
  readonly parent: XmlElement | undefined;
  readonly attributes: XmlAttribute[];
  readonly children: XmlElement[];
  /** Its own text, without that of its children. */
  text: string;
  textAt?: Span;
  /** From its `<` to the end of its closing tag, or to where it is torn off. */
  at: Span;
}

export interface Xml {
  /** Elements that lie in no other element. */
  readonly roots: readonly XmlElement[];
  /** What is not well-formed, where, and what was expected there. */
  readonly problems: readonly Problem[];
}

/** What the parser complains of although it is dealt with: closing tags, and a type in a fragment. */
const EXPECTED = /^(?:unexpected close|inappropriately located doctype)/;

/** Ends one parse: a new one begins at the `<`, or none when a bound is reached. */
class Restart extends Error {
  readonly from: number | undefined;
  constructor(from?: number) {
    super();
    this.from = from;
  }
}

/** Everything in `text` that can be read as XML, in linear time. Never throws. */
export function readXml(text: string): Xml {
  const source = xmlSource(text);
  const tree = new Tree(source);
  let from: number | undefined = 0;
  while (from !== undefined) from = parseFrom(from, source.text, tree);
  tree.end();
  return tree;
}

/** Where to go on after a tag that is torn in the middle; undefined at the end. */
function parseFrom(from: number, text: string, tree: Tree): number | undefined {
  const parser = new SaxesParser({ fragment: true, position: false });
  const at = () => from + parser.position;
  parser.on('opentagstart', ({ name }) => {
    tree.open(name, at());
  });
  parser.on('attribute', ({ name, value }) => {
    tree.attribute(name, value, at());
  });
  parser.on('opentag', ({ isSelfClosing }) => {
    tree.begun(at(), isSelfClosing);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    if (!isSelfClosing) tree.close(at());
  });
  parser.on('text', (piece) => {
    tree.add(piece, at() - 1);
  });
  parser.on('cdata', (piece) => {
    tree.add(piece, at());
  });
  parser.on('error', ({ message }) => {
    const stray = /^unmatched closing tag: ([^]*)\.$/.exec(message)?.[1];
    if (stray !== undefined) tree.close(at(), `</${stray}>`);
    else if (!EXPECTED.test(message)) tree.mistake(message, at(), from);
  });
  try {
    parser.write(text.slice(from));
  } catch (thrown) {
    if (thrown instanceof Restart) return thrown.from;
    // The parser stumbles over half a surrogate pair in a document type, and over nothing else known.
    tree.problem('Expected XML here; nothing after this was read.', at(), at());
  }
  return undefined;
}

class Tree implements Xml {
  readonly roots: XmlElement[] = [];
  readonly problems: Problem[] = [];
  readonly #source: XmlSource;
  readonly #open: { element: XmlElement; start: number }[] = [];
  /** How many open elements have a name, so that a stray closing tag costs no search. */
  readonly #named = new Map<string, number>();
  #elements = 0;
  #mistakes = 0;
  /** End of the last tag. */
  #after = 0;
  #torn = false;
  /** Closing tags that the parser takes for text. */
  #stray = '';

  constructor(source: XmlSource) {
    this.#source = source;
  }

  open(name: string, at: number): void {
    if (++this.#elements > XML_ELEMENTS) this.#stop(`the first ${XML_ELEMENTS} elements`, at);
    const start = this.#source.text.lastIndexOf('<', at - 2);
    const parent = this.#open.at(-1)?.element;
    const place = this.#source.original(start, at);
    const element = { name, parent, attributes: [], children: [], text: '', at: place };
    if (this.#open.length === XML_DEPTH) {
      this.problem(`Elements nested more than ${XML_DEPTH} deep were left out.`, start, at);
    }
    if (this.#open.length < XML_DEPTH) (parent?.children ?? this.roots).push(element);
    this.#open.push({ element, start });
    this.#named.set(name, (this.#named.get(name) ?? 0) + 1);
  }

  attribute(name: string, value: string, at: number): void {
    const attributes = this.#open.at(-1)?.element.attributes;
    if (!attributes || attributes.length >= XML_ATTRIBUTES) return;
    const { text, original } = this.#source;
    const quote = text[at - 1] ?? '';
    const isQuoted = quote === '"' || quote === "'";
    const start = isQuoted ? text.lastIndexOf(quote, at - 2) + 1 : at - 1 - value.length;
    attributes.push({ name, value, at: original(start, at - 1) });
  }

  begun(at: number, isClosed: boolean): void {
    this.#after = at;
    if (isClosed) this.#pop(at);
  }

  /** A closing tag that ends at `at`; the parser tells of it once for each element that it closes. */
  close(at: number, stray = ''): void {
    this.#stray += stray;
    if (at === this.#after) return;
    const { text } = this.#source;
    const start = text.lastIndexOf('</', at - 1);
    const name = text.slice(start + 2, at - 1).trim();
    this.#after = at;
    if (!this.#named.get(name)) {
      this.#count(at);
      // A fragment may begin anywhere: the first of these says so, the others say no more.
      if (this.#torn) return;
      this.#torn = true;
      this.problem(`</${name}> closes an element that does not begin in this text.`, start, at);
      return;
    }
    for (let top = this.#top(); top !== undefined && top !== name; top = this.#top()) {
      this.#count(start);
      this.problem(`Expected </${top}> before </${name}>.`, start, at);
      this.#pop(start);
    }
    this.#pop(at);
  }

  add(raw: string, end: number): void {
    const piece = raw.startsWith(this.#stray) ? raw.slice(this.#stray.length) : raw;
    this.#stray = '';
    const element = this.#open.at(-1)?.element;
    if (!element || piece.trim() === '') return;
    const { text, original } = this.#source;
    let start = this.#after;
    while (start < end && (text.charCodeAt(start) || 0) <= 32) start++;
    while (end > start && text.charCodeAt(end - 1) <= 32) end--;
    const at = original(start, end);
    element.text += piece;
    element.textAt = { start: element.textAt?.start ?? at.start, end: at.end };
  }

  mistake(message: string, at: number, from: number): void {
    this.#count(at);
    const isTorn = this.#source.text[at - 1] === '<' && at - 1 > from;
    const top = this.#top();
    this.problem(
      isTorn
        ? `Expected the end of the tag${top === undefined ? '' : ` <${top}`} before the next one begins.`
        : `Expected well-formed XML here: ${message}`,
      at - 1,
      at,
    );
    if (isTorn) throw new Restart(at - 1);
  }

  problem(message: string, start: number, end: number): void {
    if (this.problems.length > XML_MISTAKES) return;
    this.problems.push({ message, at: this.#source.original(Math.max(start, 0), end) });
  }

  /** The end of the text: what is still open is torn off here. */
  end(): void {
    const { length } = this.#source.text;
    const comment = this.#source.text.lastIndexOf('<!--');
    if (comment > this.#source.text.lastIndexOf('-->')) {
      this.problem('Expected --> at the end of this comment.', comment, comment + 4);
    }
    const top = this.#top();
    if (top !== undefined) this.problem(`The text ends before </${top}>.`, length - 1, length);
    while (this.#open.length > 0) this.#pop(length);
  }

  #top(): string | undefined {
    return this.#open.at(-1)?.element.name;
  }

  #pop(end: number): void {
    const last = this.#open.pop();
    if (!last) return;
    const { element, start } = last;
    element.at = this.#source.original(start, end);
    this.#named.set(element.name, (this.#named.get(element.name) ?? 1) - 1);
  }

  #count(at: number): void {
    if (++this.#mistakes > XML_MISTAKES) this.#stop(`what precedes ${XML_MISTAKES} mistakes`, at);
  }

  #stop(what: string, at: number): never {
    this.problem(`Of this XML, only ${what} was read.`, at, at);
    throw new Restart();
  }
}
