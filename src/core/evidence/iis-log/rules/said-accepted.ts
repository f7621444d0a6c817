/** What is said about attempts that ended well: 401s that are no failure. */
import { counted } from '../../../text/counted.ts';
import type { Wordings } from './wording.ts';
import { asWhom, byWhom, where } from './words.ts';

export const SAID_ACCEPTED: Wordings = {
  /**
   *     /app/ - 401 2 5
   *     /app/ - 401 1 2148074254
   *     /app/ CONTOSO\anna 200 0 0
   *
   * Certain that nothing failed. The log does not name the scheme: the middle leg is how NTLM looks,
   * alone or inside Negotiate.
   */
  'accepted-two-legs': {
    id: 'log.normal-ntlm-handshake',
    severity: 'ok',
    title: ({ sequence, rows }) =>
      sequence.count === 1
        ? `A normal NTLM handshake${byWhom(sequence)}${where(sequence)}: ${steps(rows)}${asWhom(sequence)}. Nothing failed.`
        : `${counted(sequence.count, 'normal NTLM handshake')}${byWhom(sequence)}${where(sequence)}: ${sequence.rows - sequence.count} rows of 401 that are no failure.`,
    caveat:
      'The log does not name the scheme: NTLM may have travelled inside Negotiate. The first request of a handshake may be missing when the client sends its token at once.',
    next: () => [
      'To see whether it was meant to be Kerberos, paste the Authorization header of such a request.',
    ],
  },

  /**
   *     /app/ - 401 2 5
   *     /app/ CONTOSO\anna 200 0 0
   *
   * Certain that nothing failed; which scheme it was cannot be known from the rows.
   */
  'accepted-one-leg': {
    id: 'log.accepted-one-leg',
    severity: 'ok',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'request')}${byWhom(sequence)}${where(sequence)} went through after one 401${asWhom(sequence)}: Kerberos, or a connection that was already authenticated.`,
    caveat: 'The log alone cannot tell the two apart.',
    next: () => ['On the client, `klist` shows whether there is a Kerberos ticket for this site.'],
  },

  /**
   *     10:00:00 /app/ - 401 2 5
   *     10:00:20 /app/ CONTOSO\anna 200 0 0
   *
   * Wrong when the pause was the network's, or when the rows have no time-taken and the request
   * itself took so long.
   */
  'accepted-after-prompt': {
    id: 'log.accepted-after-prompt',
    severity: 'info',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'attempt')}${byWhom(sequence)}${where(sequence)} got in${asWhom(sequence)} after a pause or a refusal: somebody was probably asked for a password.`,
    caveat: 'A slow network or a slow first request makes the same pause.',
    next: () => [
      'If no prompt is wanted, check that the browser takes the site for an intranet site (zone, AuthServerAllowlist).',
    ],
  },
};

/** `401.2, 401.1, then 304`. */
function steps(rows: readonly { status: number; substatus?: number }[]): string {
  const names = rows.map(({ status, substatus }) =>
    status === 401 && substatus !== undefined ? `401.${substatus}` : String(status),
  );
  return `${names.slice(0, -1).join(', ')}, then ${names.at(-1) ?? ''}`;
}
