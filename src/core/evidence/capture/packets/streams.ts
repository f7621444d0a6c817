/**
 * What one side of a TCP connection sent, in its order whatever the network made of it: segments that
 * come late, twice or overlapping (RFC 9293 3.4). What was lost parts it into runs.
 */
import { countUpTo } from '../../../text/count-up-to.ts';
import type { Carried } from './network.ts';

/** Bytes without a gap. */
export interface Run {
  readonly bytes: Uint8Array;
  /** Where each segment begins, ascending. */
  readonly segments: readonly { readonly at: number; readonly carried: Carried }[];
}

/** One direction of one connection. */
export interface Stream {
  readonly first: Carried;
  /** The same number for both directions, from 1. */
  readonly connection: number;
  readonly runs: readonly Run[];
}

interface Open {
  readonly first: Carried;
  readonly connection: number;
  readonly base: number;
  readonly segments: { readonly at: number; readonly carried: Carried }[];
}

/** Collects segments; a SYN with another number begins a new connection between the same ports. */
export class Streams {
  readonly #open = new Map<string, Open>();
  readonly #done: Open[] = [];
  #connections = 0;

  add(carried: Carried): void {
    const { source, target, sourcePort, targetPort, sequence, isSyn, payload } = carried;
    const key = `${source} ${sourcePort} ${target} ${targetPort}`;
    const back = `${target} ${targetPort} ${source} ${sourcePort}`;
    const base = isSyn ? sequence + 1 : sequence;
    let open = this.#open.get(key);
    if (open && isSyn && open.base !== base >>> 0 && open.segments.length > 0) {
      for (const one of [key, back]) this.#close(one);
      open = undefined;
    }
    if (!open) {
      const connection = this.#open.get(back)?.connection ?? ++this.#connections;
      open = { first: carried, connection, base: base >>> 0, segments: [] };
      this.#open.set(key, open);
    }
    if (payload.length === 0) return;
    // Signed, so that a segment before the first one that was seen is put before it.
    open.segments.push({ at: (sequence + (isSyn ? 1 : 0) - open.base) | 0, carried });
  }

  /** All directions, in the order of their first packets. */
  all(): Stream[] {
    for (const key of [...this.#open.keys()]) this.#close(key);
    return this.#done
      .sort((a, b) => a.first.packet.number - b.first.packet.number)
      .map(({ first, connection, segments }) => ({ first, connection, runs: runsOf(segments) }));
  }

  #close(key: string): void {
    const open = this.#open.get(key);
    if (open) this.#done.push(open);
    this.#open.delete(key);
  }
}

function runsOf(segments: Open['segments']): Run[] {
  const runs: {
    start: number;
    end: number;
    segments: Run['segments'][number][];
    parts: Uint8Array[];
  }[] = [];
  for (const { at, carried } of segments.toSorted((a, b) => a.at - b.at)) {
    let run = runs.at(-1);
    if (!run || at > run.end) {
      run = { start: at, end: at, segments: [], parts: [] };
      runs.push(run);
    }
    const fresh = carried.payload.subarray(run.end - at);
    if (fresh.length === 0) continue;
    run.segments.push({ at: run.end - run.start, carried });
    run.parts.push(fresh);
    run.end += fresh.length;
  }
  return runs.map(({ start, end, segments, parts }) => ({
    bytes: joined(parts, end - start),
    segments,
  }));
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The packet with which the bytes from `start` to `end` are all there: the latest of their segments. */
export function lastPacket({ segments }: Run, start: number, end: number): Carried | undefined {
  const indexOf = (offset: number) => Math.max(0, countUpTo(segments, offset, ({ at }) => at) - 1);
  let last: Carried | undefined;
  for (const { carried } of segments.slice(indexOf(start), indexOf(end - 1) + 1)) {
    if (!last || carried.packet.number > last.packet.number) last = carried;
  }
  return last;
}
