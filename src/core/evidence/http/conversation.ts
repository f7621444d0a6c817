/**
 * Messages put together from the signs of their lines. A raw message begins with its start line; a
 * browser's panel lists address, method and status first, then the headers of both sides in any order.
 */
import type { Message } from '../../contract/decoded.ts';
import type { Direction, OpenMessage, Sign } from './signs.ts';

/** Request and answer of a panel. */
type Panel = Partial<Record<Direction, OpenMessage>>;

/** Characters of other text between two headers that cannot be of one message. */
const FAR = 400;

export class Conversation {
  readonly #messages: OpenMessage[] = [];
  #panel: Panel | undefined;
  /** True while nothing but its start line is known of the last message. */
  #isFresh = false;
  /** Where the last sign ends that is more than an empty line. */
  #end = 0;

  add(sign: Sign): void {
    if (sign.isEnd) this.#finish();
    else {
      if (sign.isMinor) this.#count(this.#messages.at(-1));
      else this.#set(sign, sign.starts ? this.#started(sign) : this.#current(sign));
      this.#end = Math.max(this.#end, sign.at.end);
    }
  }

  /** All messages; a host alone, or a header of no interest, is none. */
  messages(): Message[] {
    return this.#messages
      .filter((one) => one.schemes ?? one.status ?? one.method ?? one.target)
      .map(closed);
  }

  #set({ at, starts, set }: Sign, message: OpenMessage | undefined): void {
    if (!message) return;
    message.at = { start: message.at.start, end: Math.max(message.at.end, at.end) };
    set(message);
    if (starts) {
      this.#isFresh = true;
      return;
    }
    delete message.isWhole;
    this.#count(message);
  }

  /** One more header. */
  #count(message: OpenMessage | undefined): void {
    if (!message) return;
    message.headers = (message.headers ?? 0) + 1;
    this.#isFresh = false;
  }

  #started(sign: Sign): OpenMessage {
    const direction = sign.direction ?? 'request';
    const known = this.#panel?.[direction];
    if (known && isSame(known, sign)) return known;
    const last = this.#messages.at(-1);
    // Wireshark repeats the status below its line.
    if (last?.direction === direction && this.#isFresh && isSame(last, sign)) return last;
    const message = this.#open(direction, sign);
    if (sign.starts === 'line') this.#panel = undefined;
    else if (direction === 'request') this.#panel = { request: message };
    else this.#panel = { ...this.#panelOf(), response: message };
    return message;
  }

  /** A status below a request of the panel that has none yet belongs to it. */
  #panelOf(): Panel {
    return this.#panel && !this.#panel.response ? this.#panel : {};
  }

  #current({ direction, at }: Sign): OpenMessage | undefined {
    const last = this.#messages.at(-1);
    if (direction === undefined) return last;
    const known = this.#panel?.[direction];
    if (known) return known;
    const isNear = at.start - this.#end < FAR;
    return last?.direction === direction && isNear ? last : this.#open(direction, { at });
  }

  #open(direction: Direction, { at }: Pick<Sign, 'at'>): OpenMessage {
    const message: OpenMessage = { direction, at };
    this.#messages.push(message);
    return message;
  }

  #finish(): void {
    const last = this.#messages.at(-1);
    const isStarted = last?.status ?? last?.method;
    if (last && !this.#panel && (last.headers ?? 0) > 0 && isStarted && !last.hidesOffers) {
      last.isWhole = true;
    }
  }
}

/** True when the start line says what is known of the message already. */
function isSame(known: OpenMessage, { set }: Sign): boolean {
  const said: OpenMessage = { direction: known.direction, at: known.at };
  set(said);
  if (known.direction === 'response') return known.status === said.status;
  return said.method !== undefined && known.method === said.method && known.target === said.target;
}

/** The message without what was needed only while it was read. */
function closed(open: OpenMessage): Message {
  const message = { ...open };
  delete message.asksForCors;
  delete message.headers;
  delete message.hidesOffers;
  const isPreflight = open.asksForCors === true && message.method === 'OPTIONS';
  return isPreflight ? { ...message, preflight: true } : message;
}
