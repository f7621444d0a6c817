/**
 * CHALLENGE_MESSAGE, NTLM type 2 (MS-NLMP 2.2.1.2): the server names itself and sends the number
 * the client has to answer. Old senders leave out the target information, the version, or both.
 */
import { addGroup, addRest } from '../../../binary/source.ts';
import { uint16, uint32 } from '../../../binary/little-endian.ts';
import { readAvPairs } from './av-pairs.ts';
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

const TARGET_INFO = 0x00800000;

const UNANNOUNCED = 'Read although the flag that announces it is not set; a client ignores it.';

/** Announces the list of AV pairs; without its flag it is shown, and told nowhere else. */
function targetInfo(message: NtlmReading, where: Buffer, isAnnounced: boolean): void {
  const { source, facts } = message;
  const end = Math.min(where.end, message.limit);
  message.payload.push({
    start: where.start,
    end,
    read: (out) => {
      addGroup(source, out, 'TargetInfo', where.start, (children, group) => {
        if (!isAnnounced) group.meaning = UNANNOUNCED;
        const pairs = isAnnounced ? (facts.targetInfo ??= {}) : {};
        const reached = readAvPairs(source, children, where.start, end, pairs);
        addRest(source, children, reached, end, 'Bytes after the end of the list.');
      });
    },
  });
}

/** Bytes into a message in which any buffer lies. */
const FARTHEST = 0x20000;

/** True when the buffer at `at` is empty or can be one: it lies behind the header, and not far off. */
function isBufferAt({ source, base, headerEnd }: NtlmReading, at: number): boolean {
  const length = uint16(source.bytes, base + at) ?? 0;
  const offset = uint32(source.bytes, base + at + 4) ?? 0;
  return length === 0 || (offset <= FARTHEST && base + offset >= headerEnd);
}

export function readChallenge(message: NtlmReading): void {
  const { base, facts } = message;
  const name = buffer(message, 'TargetName', 12);
  const set = flags(message, 20);
  const challenge = fixed(
    message,
    'ServerChallenge',
    24,
    8,
    'A random number the client must answer.',
  );
  if (challenge !== undefined) facts.serverChallenge = challenge;
  payloadText(
    message,
    'TargetName',
    name,
    isUnicode(message, name),
    (value) => {
      facts.targetName = value;
    },
    "The server's domain, or its own name in a workgroup.",
  );
  if (set === undefined) return;
  const room = () => Math.min(message.headerEnd, message.hint) - base;
  const wanted = set & VERSION ? 56 : set & TARGET_INFO ? 48 : 40;
  const size = Number.isFinite(room()) ? room() : wanted;
  if (size >= 40) fixed(message, 'Reserved', 32, 8);
  const isAnnounced = (set & TARGET_INFO) !== 0;
  if (!isAnnounced && !isBufferAt(message, 40)) {
    if (size >= 48) fixed(message, 'TargetInfoFields', 40, 8, 'Not used: its flag is not set.');
    if (Math.min(size, room()) >= 56) version(message, 48, (set & VERSION) !== 0);
    return;
  }
  const info = size >= 48 ? buffer(message, 'TargetInfo', 40) : undefined;
  if (info) targetInfo(message, info, isAnnounced);
  if (size >= 48 && !info) return;
  if (Math.min(size, room()) >= 56) version(message, 48, (set & VERSION) !== 0);
}
