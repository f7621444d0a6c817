/**
 * The paste ends before the token does, as with a header copied out of a trace viewer that shortens
 * long lines.
 *
 *     Authorization:  Negotiate YIILcAYGKwYBBQUCoIILZDCCC2Cg...GwRIVFRQG
 *
 * Can be wrong when a proxy or a bug really sent a short token; then the server saw it cut as well.
 */
import { counted } from '../../../text/counted.ts';
import type { Token } from '../../../contract/decoded.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { Span } from '../../../facts/span.ts';
import { spnOf } from './words.ts';

/** True when the part that is there says what an administrator wants to know. */
function tellsEnough(token: Token): boolean {
  const { kerberos, ntlm, spnego } = token;
  const state = spnego?.negState ?? kerberos?.errorCode ?? ntlm?.user ?? ntlm?.serverChallenge;
  return spnOf(token) !== undefined || state !== undefined;
}

function soFar({ kerberos, ntlm, spnego, at }: Token, facts: FactBase): string {
  if (kerberos) return ` So far it is a Kerberos ${kerberos.message}.`;
  if (ntlm) return ` So far it is NTLM, type ${ntlm.type}.`;
  if (facts.written(at).startsWith(NTL)) return ' It begins as NTLM does.';
  return spnego?.mechTypes
    ? ` So far it lists ${counted(spnego.mechTypes.length, 'mechanism')}.`
    : '';
}

/** The first three letters of NTLMSSP in base64. */
const NTL = 'TlRM';

/** Dots stand where the rest was. */
function isAbbreviated(facts: FactBase, at: Span): boolean {
  return /^\s?(?:\.{3}|\u2026|\[\.{3})/.test(facts.textOf(at).slice(at.end, at.end + 8));
}

/** Wireshark marks the lines that it does not show in full. */
function isShortened(facts: FactBase, at: Span): boolean {
  const text = facts.textOf(at);
  const line = text.slice(Math.max(0, at.start - MARK), at.start);
  return /\[(?:\.\.\.)?truncated\]/i.test(line.slice(line.lastIndexOf('\n') + 1));
}

/** Characters before a token in which the mark of its line stands. */
const MARK = 80;

export const tokenCut: Rule = {
  id: 'token.cut',
  says: 'The token is cut off.',
  needs: ['tokens'],
  judge: (facts) =>
    facts.tokens
      .filter(
        ({ complete, layers, header }) => !complete && (layers.length > 0 || header !== undefined),
      )
      .filter(({ basic }) => !basic)
      .map((token): Diagnosis => {
        const { bytes, expectedBytes, at } = token;
        const missing = (expectedBytes ?? 0) - bytes;
        const where =
          expectedBytes !== undefined && missing > 0
            ? `after ${counted(bytes, 'byte')} of ${expectedBytes.toLocaleString('en-US')}: ${counted(missing, 'byte')} ${missing === 1 ? 'is' : 'are'} missing`
            : `after ${counted(bytes, 'byte')}`;
        return {
          severity: tellsEnough(token) ? 'info' : 'warning',
          title: `The token is cut off ${where}.${soFar(token, facts)}`,
          article: 'decode-token',
          evidence: [{ ...at, start: Math.max(at.start, at.end - 12) }],
          caveat: isShortened(facts, at)
            ? 'The program that shows it shortens long lines; the server got it whole.'
            : isAbbreviated(facts, at)
              ? 'Dots follow it, so it was shortened for the paste; the server may have got it whole.'
              : 'If the server got it like this, something between client and server shortens headers.',
          next: [
            run('client', command`curl -v --negotiate -u : <url>`),
            say('Copy the header as it is sent there, or from a trace.'),
          ],
        };
      }),
};
