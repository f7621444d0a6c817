/** A DER encoder just large enough to build tokens for samples and tests (X.690). */

export type Bytes = readonly number[];

const length = (size: number): Bytes => {
  if (size < 0x80) return [size];
  if (size < 0x100) return [0x81, size];
  return [0x82, size >> 8, size & 0xff];
};

/** One element: a tag and its contents. */
export function element(tag: number, ...contents: Bytes[]): Bytes {
  const body = contents.flat();
  return [tag, ...length(body.length), ...body];
}

export const sequence = (...members: Bytes[]) => element(0x30, ...members);
/** EXPLICIT context tag. */
export const context = (number: number, ...contents: Bytes[]) =>
  element(0xa0 + number, ...contents);
export const application = (number: number, ...contents: Bytes[]) =>
  element(0x60 + number, ...contents);
export const octetString = (contents: Bytes) => element(0x04, contents);
export const generalString = (text: string) => element(0x1b, utf8(text));
export const enumerated = (value: number) => element(0x0a, [value]);
/** BIT STRING of 32 bits. */
export const flags = (value: number) =>
  element(0x03, [0, value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]);
/** GeneralizedTime, from ISO 8601 in UTC. */
export const time = (iso: string) => element(0x18, utf8(`${iso.replace(/\D/g, '').slice(0, 14)}Z`));

export function utf8(text: string): Bytes {
  return [...new TextEncoder().encode(text)];
}

export function integer(value: number): Bytes {
  const octets: number[] = [];
  let rest = value;
  do {
    octets.unshift(rest & 0xff);
    rest >>= 8;
  } while (rest !== 0 && rest !== -1);
  // The first octet carries the sign.
  if (value >= 0 && (octets[0] ?? 0) >= 0x80) octets.unshift(0);
  if (value < 0 && (octets[0] ?? 0) < 0x80) octets.unshift(0xff);
  return element(0x02, octets);
}

export function oid(dotted: string): Bytes {
  const [first = 0, second = 0, ...arcs] = dotted.split('.').map(Number);
  const base128 = (arc: number): Bytes => {
    const octets = [arc & 0x7f];
    for (let rest = arc >>> 7; rest > 0; rest >>>= 7) octets.unshift((rest & 0x7f) | 0x80);
    return octets;
  };
  return element(0x06, [first * 40 + second], ...arcs.map(base128));
}

/** Bytes that look random and are the same each time (a linear congruential generator). */
export function noise(count: number, seed: number): Bytes {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

export function base64(bytes: Bytes): string {
  return Buffer.from(bytes).toString('base64');
}
