/**
 * Checks ES|QL queries: a reader of the commands and expressions that this site writes. Which functions,
 * operators and fields there are, and of which types, is Elastic's own data (`esql-types.ts`).
 */
import { type Token, tokensOf } from './esql-tokens.ts';
import { callType, fieldType, isAggregate, operatorType } from './esql-types.ts';

/** A column that the commands so far have made; before STATS, the fields are there as well. */
type Made = Map<string, string>;

const COMPARISONS = new Set(['==', '!=', '>', '<', '>=', '<=']);

class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;
  #made: Made = new Map();
  #hasFields = true;
  /** Aggregates may stand where STATS counts, and nowhere else. */
  #isCounting = false;
  /** Aggregates called so far. */
  #aggregates = 0;

  constructor(query: string) {
    this.#tokens = tokensOf(query);
  }

  /** The columns of the answer, and their types. */
  read(): ReadonlyMap<string, string> {
    this.#expect('FROM');
    this.#list(() => this.#take());
    while (this.#accept('|')) this.#command();
    if (this.#token.kind !== 'end') throw new Error(`not expected: ${this.#token.text}`);
    if (this.#hasFields) throw new Error('the query answers with whole rows');
    return this.#made;
  }

  #command(): void {
    const command = this.#take().text;
    if (command === 'WHERE') this.#boolean();
    else if (command === 'EVAL') this.#list(() => this.#made.set(...this.#assignment()));
    else if (command === 'STATS') this.#stats();
    else if (command === 'SORT') this.#list(() => this.#order());
    else if (command === 'LIMIT') this.#number();
    else throw new Error(`no command ${command}`);
  }

  #stats(): void {
    const counted: Made = new Map();
    this.#isCounting = true;
    this.#list(() => {
      const before = this.#aggregates;
      counted.set(...this.#assignment());
      if (this.#aggregates === before) throw new Error('STATS without an aggregate');
    });
    this.#isCounting = false;
    if (this.#accept('BY')) {
      this.#list(() => {
        const name = this.#take().text;
        counted.set(name, this.#columnType(name));
      });
    }
    this.#made = counted;
    this.#hasFields = false;
  }

  #assignment(): [string, string] {
    const { kind, text } = this.#take();
    if (kind !== 'name') throw new Error(`no name: ${text}`);
    this.#expect('=');
    return [text, this.#expression()];
  }

  #order(): void {
    this.#columnType(this.#take().text);
    if (!this.#accept('ASC')) this.#accept('DESC');
  }

  #number(): void {
    if (this.#take().kind !== 'number') throw new Error('LIMIT takes a number');
  }

  #boolean(): void {
    const type = this.#expression();
    if (type !== 'boolean') throw new Error(`a condition is no ${type}`);
  }

  #expression(): string {
    return this.#joined('OR', () => this.#joined('AND', () => this.#negated()));
  }

  #joined(word: string, part: () => string): string {
    const type = part();
    if (this.#token.text !== word) return type;
    const types = [type];
    while (this.#accept(word)) types.push(part());
    if (types.some((one) => one !== 'boolean')) throw new Error(`${word} of ${types.join(', ')}`);
    return 'boolean';
  }

  #negated(): string {
    if (!this.#accept('NOT')) return this.#comparison();
    if (this.#negated() !== 'boolean') throw new Error('NOT of no condition');
    return 'boolean';
  }

  #comparison(): string {
    const left = this.#sum();
    const { text } = this.#token;
    if (COMPARISONS.has(text)) {
      this.#take();
      return operatorType(text, left, this.#sum());
    }
    if (this.#accept('IN')) {
      this.#expect('(');
      this.#list(() => operatorType('==', left, this.#sum()));
      this.#expect(')');
      return 'boolean';
    }
    if (!this.#accept('IS')) return left;
    this.#accept('NOT');
    this.#expect('NULL');
    return 'boolean';
  }

  #sum(): string {
    let type = this.#primary();
    while (['+', '-', '*', '/'].includes(this.#token.text) && this.#token.kind === 'sign') {
      type = operatorType(this.#take().text, type, this.#primary());
    }
    return type;
  }

  #primary(): string {
    const { kind, text } = this.#take();
    if (kind === 'string') return 'keyword';
    if (kind === 'number') return this.#numberType(text);
    if (text === '(') {
      const type = this.#expression();
      this.#expect(')');
      return type;
    }
    if (kind !== 'name') throw new Error(`not expected: ${text}`);
    return this.#accept('(') ? this.#call(text) : this.#columnType(text);
  }

  #call(name: string): string {
    if (isAggregate(name)) {
      if (!this.#isCounting) throw new Error(`${name} outside of STATS`);
      this.#aggregates++;
    }
    const types: string[] = [];
    if (this.#accept('*')) types.push('*');
    else if (this.#token.text !== ')') this.#list(() => types.push(this.#expression()));
    this.#expect(')');
    return callType(name, types);
  }

  /** `1 hour` is a span of time. */
  #numberType(text: string): string {
    if (this.#accept('hour') || this.#accept('hours')) return 'time_duration';
    if (text.includes('.')) return 'double';
    return Number(text) > 0x7fff_ffff ? 'long' : 'integer';
  }

  #columnType(name: string): string {
    const type = this.#made.get(name) ?? (this.#hasFields ? fieldType(name) : undefined);
    if (type === undefined) throw new Error(`no column ${name}`);
    return type;
  }

  #list(item: () => unknown): void {
    do item();
    while (this.#accept(','));
  }

  get #token(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '' };
  }

  #take(): Token {
    const token = this.#token;
    this.#next++;
    return token;
  }

  #accept(text: string): boolean {
    if (this.#token.text !== text || this.#token.kind === 'string') return false;
    this.#next++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#accept(text)) throw new Error(`${text} expected, not ${this.#token.text}`);
  }
}

/** The columns that a query answers with, and their types; throws at its first mistake. */
export const answerOf = (query: string): ReadonlyMap<string, string> => new Reader(query).read();

/** The values of a query's strings, in order. */
export const strings = (query: string): string[] =>
  tokensOf(query).flatMap(({ kind, text }) => (kind === 'string' ? [text] : []));
