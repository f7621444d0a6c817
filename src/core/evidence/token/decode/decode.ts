/**
 * Decodes one token: bytes in, a tree of fields and the facts in it out. Any bytes will do; what
 * cannot be read is kept as unread bytes and reported.
 */
import { counted } from '../../../text/counted.ts';
import { FRAMING } from '../../../facts/fields.ts';
import { toHex } from '../../../text/hex.ts';
import { openSource, type Source } from '../../../binary/source.ts';
import type { MappedBytes } from '../../../text/mapped.ts';
import type { Field, Problem, Token } from '../../../contract/decoded.ts';
import { nothingFound, type Found } from './found.ts';
import { readMessage } from './message.ts';

export interface DecodedToken {
  token: Token;
  problems: Problem[];
}

/** Bytes by which every message is recognised; with fewer, unknown bytes may be the head of one. */
const RECOGNISED = 16;

/** Names of the fields around the place where the bytes end, outermost first. */
function pathToCut(fields: readonly Field[]): string[] {
  const last = fields.at(-1);
  if (!last) return [];
  const below = pathToCut(last.children ?? []);
  return last.name === FRAMING ? below : [last.name, ...below];
}

/** True when some field says that the bytes end before it does. */
function hasCut(fields: readonly Field[]): boolean {
  return fields.some(({ cut, children }) => cut ?? hasCut(children ?? []));
}

/** Puts away and reports what lies behind the message or was not understood. */
function addTrailing(source: Source, fields: Field[], announced: number | undefined): void {
  const { bytes, at, problems } = source;
  const start = fields.at(-1)?.bytes?.end ?? 0;
  if (start >= bytes.length) return;
  const range = { start, end: bytes.length };
  const span = at(start, bytes.length);
  const whole = announced !== undefined && start >= announced;
  const name = whole ? 'trailing bytes' : 'unread bytes';
  fields.push({ name, at: span, bytes: range });
  const message = whole
    ? `${counted(bytes.length - start, 'byte')} after the end of the token ${bytes.length - start === 1 ? 'belongs' : 'belong'} to nothing.`
    : `${counted(bytes.length - start, 'byte')} from byte ${start} on ${bytes.length - start === 1 ? 'was' : 'were'} not understood.`;
  problems.push({ message, at: span });
}

/** `1 byte is missing`, `12 bytes are missing` */
const missingBytes = (count: number) =>
  `${counted(count, 'byte')} ${count === 1 ? 'is' : 'are'} missing`;

/** Copies what was found into the token; a part that was not found stays absent. */
function tell(token: Token, { spnego, kerberos, ntlm, negoex }: Found): void {
  if (spnego) token.spnego = spnego;
  if (kerberos) token.kerberos = kerberos;
  if (ntlm) token.ntlm = ntlm;
  if (negoex) token.negoex = negoex;
}

/** Decodes `mapped` as a GSS, SPNEGO, Kerberos, NTLM or NEGOEX message. */
export function decodeToken({ bytes, at }: Pick<MappedBytes, 'bytes' | 'at'>): DecodedToken {
  const source = openSource(bytes, at);
  const fields: Field[] = [];
  const found = nothingFound();
  const end = readMessage({ source, start: 0, limit: Infinity, depth: 0, out: fields }, found);
  const announced = end !== undefined && Number.isFinite(end) ? end : undefined;
  addTrailing(source, fields, announced);

  const cut = hasCut(fields);
  const short = announced !== undefined && announced > bytes.length;
  const token: Token = {
    bytes: bytes.length,
    complete: !cut && !short && (found.layers.length > 0 || bytes.length >= RECOGNISED),
    layers: found.layers,
    at: at(0, bytes.length),
    fields,
    hex: toHex(bytes),
  };
  if (announced !== undefined) token.expectedBytes = announced;
  tell(token, found);
  if (cut || short) {
    const where = pathToCut(fields).join(' / ');
    const missing = short
      ? `The token is cut off: ${counted(bytes.length, 'byte')} of ${announced.toLocaleString('en-US')} are here, ${missingBytes(announced - bytes.length)}.`
      : `The token is cut off after ${counted(bytes.length, 'byte')}.`;
    const span = at(bytes.length, bytes.length);
    source.problems.push({ message: `${missing} It stops in ${where}.`, at: span });
  }
  return { token, problems: source.problems };
}
