/** Decodes what was found: the door between finding tokens and reading them. */
import { decodeBase64 } from '../../../text/base64.ts';
import type { MappedBytes } from '../../../text/mapped.ts';
import type { Problem, Token } from '../../../contract/decoded.ts';
import type { Candidate } from '../recognise/candidates.ts';
import { TOKEN_BYTES } from '../../../limits.ts';
import { readBasic } from './basic.ts';
import { readBearer } from './bearer.ts';
import { decodeToken } from './decode.ts';
import { readDigest } from './digest.ts';

function decodeOne(
  text: string,
  { span, form, mapped, scheme }: Candidate,
  problems: Problem[],
): Token {
  if (form === 'text') return scheme === 'Bearer' ? readBearer(text, span) : readDigest(text, span);
  const written = mapped ?? decodeBase64(text, span);
  if (scheme === 'Basic') {
    const basic = readBasic(written);
    problems.push(...basic.problems);
    return basic.token;
  }
  if (written.dropped > 0) {
    const s = written.dropped === 1 ? '' : 's';
    const message = `${written.dropped} character${s} at the end of the token make${s ? '' : 's'} up no whole byte and ${s ? 'were' : 'was'} dropped.`;
    problems.push({ message, at: { start: span.end - written.dropped, end: span.end } });
  }
  let read: MappedBytes = written;
  if (written.bytes.length > TOKEN_BYTES) {
    read = { ...written, bytes: written.bytes.subarray(0, TOKEN_BYTES) };
    const message = `The token is longer than ${TOKEN_BYTES} bytes; the rest was not read.`;
    problems.push({ message, at: written.at(TOKEN_BYTES, written.bytes.length) });
  }
  const decoded = decodeToken(read);
  problems.push(...decoded.problems);
  return decoded.token;
}

/** The tokens behind `candidates`, in their order, with what could not be read in them. */
export function decodeCandidates(
  text: string,
  candidates: readonly Candidate[],
): { tokens: Token[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const tokens = candidates.map((candidate) => {
    const token = decodeOne(text, candidate, problems);
    const { header, scheme } = candidate;
    if (header !== undefined) token.header = header;
    if (scheme !== undefined) token.scheme = scheme;
    return token;
  });
  return { tokens, problems };
}
