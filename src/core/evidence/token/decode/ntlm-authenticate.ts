/**
 * AUTHENTICATE_MESSAGE, NTLM type 3 (MS-NLMP 2.2.1.3): who logs on, from where, and the answer to
 * the challenge. Nothing tells how long its header is but the lowest offset of what follows it.
 */
import { addLeaf, previewHex } from '../../../binary/source.ts';
import {
  buffer,
  fixed,
  flags,
  isUnicode,
  payloadText,
  version,
  type Buffer,
  type NtlmReading,
} from './ntlm-parts.ts';
import { VERSION } from '../tables/ntlm-flags.ts';
import { readLmResponse } from './lm-response.ts';
import { NTLMV1_RESPONSE, readNtResponse } from './ntlmv2-response.ts';
import type { Ntlm } from '../../../contract/decoded.ts';

type Response = NonNullable<Ntlm['response']>;

/** Which response the lengths announce; undefined for lengths no version of NTLM has. */
function responseKind(lm: number, nt: number): Response | undefined {
  if (nt > NTLMV1_RESPONSE) return 'NTLMv2';
  if (nt === NTLMV1_RESPONSE) return 'NTLMv1';
  if (nt > 0) return undefined;
  return lm <= 1 ? 'anonymous' : 'LMv1';
}

/** Announces bytes in the payload that are shown as they are. */
function opaque(
  message: NtlmReading,
  name: string,
  where: Buffer | undefined,
  meaning?: string,
): void {
  if (!where) return;
  const { source } = message;
  const { start } = where;
  const end = Math.min(where.end, message.limit);
  message.payload.push({
    start,
    end,
    read: (out) => {
      addLeaf(source, out, name, start, end, previewHex(source.bytes, start, end), meaning);
    },
  });
}

/** Version and MIC, when the header is long enough for them. */
function readTail(message: NtlmReading, set: number): void {
  const { base, facts } = message;
  const known = Math.min(message.headerEnd, message.hint) - base;
  const usesVersion = (set & VERSION) !== 0;
  const size = Number.isFinite(known) ? known : usesVersion ? 72 : 64;
  // A header of 80 bytes has room for one of the two: some senders put the MIC right behind the flags.
  const micAt = size === 80 ? 64 : 72;
  if (size >= 72 && micAt === 72) version(message, 64, usesVersion);
  if (size < micAt + 16) return;
  const meaning = 'Message integrity code over all three messages, when MsvAvFlags says so.';
  const mic = fixed(message, 'MIC', micAt, 16, meaning);
  if (mic !== undefined) facts.mic = mic;
}

export function readAuthenticate(message: NtlmReading): void {
  const { facts, source } = message;
  const lm = buffer(message, 'LmChallengeResponse', 12);
  const nt = buffer(message, 'NtChallengeResponse', 20);
  const domain = buffer(message, 'DomainName', 28);
  const user = buffer(message, 'UserName', 36);
  const workstation = buffer(message, 'Workstation', 44);
  if (lm && nt) {
    const kind = responseKind(lm.length, nt.length);
    if (kind) facts.response = kind;
  }
  const key = workstation && buffer(message, 'EncryptedRandomSessionKey', 52);
  const set = key && message.base + 64 <= message.headerEnd ? flags(message, 60) : undefined;
  if (set !== undefined) readTail(message, set);

  const responses = [
    [lm, readLmResponse],
    [nt, readNtResponse],
  ] as const;
  for (const [where, read] of responses) {
    if (!where) continue;
    const { start } = where;
    const end = Math.min(where.end, message.limit);
    const readHere = (out: NtlmReading['out']) => {
      read(source, out, start, end, facts);
    };
    message.payload.push({ start, end, read: readHere });
  }
  const unicode = isUnicode(message, user ?? domain);
  payloadText(message, 'DomainName', domain, unicode, (value) => {
    facts.domain = value;
  });
  payloadText(message, 'UserName', user, unicode, (value) => {
    facts.user = value;
  });
  payloadText(message, 'Workstation', workstation, unicode, (value) => {
    facts.workstation = value;
  });
  opaque(message, 'EncryptedRandomSessionKey', key);
}
