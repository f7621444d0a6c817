/** Which credentials of a header are a token: after `NTLM` only NTLMSSP is one. */
import { decodeBase64 } from '../../../text/base64.ts';
import type { Inner } from '../../reader.ts';
import type { Candidate } from './candidates.ts';
import { likeness } from './signature.ts';

/** Characters that show how a token begins, escapes included. */
const HEAD = 96;
/** First byte of NTLMSSP. */
const NTLM_FIRST = 0x4e;
/** Shortest text of unknown bytes that is shown as a token; a shorter one is a word. */
const SHORTEST = 12;

/** True when the credentials may be what their scheme carries. */
function isToken(text: string, { at, scheme }: Inner): boolean {
  const { bytes } = decodeBase64(text, { start: at.start, end: Math.min(at.end, at.start + HEAD) });
  const like = likeness(bytes);
  if (scheme === undefined) return like === 'certain';
  if (scheme === 'NTLM') return like !== undefined && bytes[0] === NTLM_FIRST;
  return like !== undefined || scheme === 'Basic' || at.end - at.start >= SHORTEST;
}

/** The credentials that other readers found, as far as they are tokens or credentials in text. */
export function candidatesIn(text: string, inner: readonly Inner[]): Candidate[] {
  return inner
    .filter((found) => found.form === 'text' || isToken(text, found))
    .map(({ at, header, scheme, form }) => ({
      span: at,
      form,
      header,
      ...(scheme !== undefined && { scheme }),
    }));
}
