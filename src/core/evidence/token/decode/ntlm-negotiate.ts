/** NEGOTIATE_MESSAGE, NTLM type 1 (MS-NLMP 2.2.1.1): the client asks for a challenge. */
import { buffer, flags, payloadText, version, type NtlmReading } from './ntlm-parts.ts';
import { VERSION } from '../tables/ntlm-flags.ts';

/** Where the Version would start; also the size of the header without one. */
const VERSION_AT = 32;

/** Size of a message of flags only. */
const BARE = 16;

export function readNegotiate(message: NtlmReading): void {
  const { base, facts } = message;
  const set = flags(message, 12);
  // The oldest senders stop after the flags.
  if (message.source.bytes.length === base + BARE) return;
  const domain = buffer(message, 'DomainName', 16);
  const workstation = buffer(message, 'Workstation', 24);
  // Both are OEM text in every message of this type, whatever the flags say.
  payloadText(message, 'DomainName', domain, false, (value) => {
    facts.domain = value;
  });
  payloadText(message, 'Workstation', workstation, false, (value) => {
    facts.workstation = value;
  });
  const end = Math.min(message.headerEnd, message.hint) - base;
  if (!workstation || set === undefined || !(set & VERSION)) return;
  if (end >= VERSION_AT + 8) version(message, VERSION_AT, true);
}
