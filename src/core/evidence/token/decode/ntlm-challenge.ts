/**
 * CHALLENGE_MESSAGE, NTLM type 2 (MS-NLMP 2.2.1.2): the server names itself and sends the number
 * the client has to answer. Old senders leave out the target information, the version, or both.
 */
import { addGroup, addRest } from '../../../binary/source.ts';
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

function targetInfo(message: NtlmReading, where: Buffer): void {
  const { source, facts } = message;
  const end = Math.min(where.end, message.limit);
  message.payload.push({
    start: where.start,
    end,
    read: (out) => {
      addGroup(source, out, 'TargetInfo', where.start, (children) => {
        const pairs = (facts.targetInfo ??= {});
        const reached = readAvPairs(source, children, where.start, end, pairs);
        addRest(source, children, reached, end, 'Bytes after the end of the list.');
      });
    },
  });
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
  const info = size >= 48 ? buffer(message, 'TargetInfo', 40) : undefined;
  if (info) targetInfo(message, info);
  if (size >= 48 && !info) return;
  if (Math.min(size, room()) >= 56) version(message, 48, (set & VERSION) !== 0);
}
