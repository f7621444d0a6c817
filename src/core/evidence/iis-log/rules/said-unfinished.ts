/** What is said about attempts that stopped before anybody was refused or let in. */
import { counted } from '../../../text/counted.ts';
import type { Wordings } from './wording.ts';
import { byWhom, urlOf, where } from './words.ts';

export const SAID_UNFINISHED: Wordings = {
  /**
   *     /app/ - 401 2 5
   *     /app/ - 401 2 5
   *
   * Wrong when the log was cut before the answer, or the page was left. A preflight (OPTIONS) never
   * carries credentials.
   */
  'never-answered': {
    id: 'log.never-answered',
    severity: 'warning',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'request')}${byWhom(sequence)}${where(sequence)} got 401.2 and never came back with credentials.`,
    caveat:
      'The rows that follow may be missing from the paste, or the page was left. A preflight (OPTIONS) never carries credentials. In Microsoft’s own trace a ticket that the server could not decrypt ended in 401.2 as well.',
    next: (about) => [
      `curl.exe -v --negotiate -u : ${urlOf(about)}`,
      'Look at the WWW-Authenticate headers of the answer: without Negotiate or NTLM the client has nothing to take up.',
      'On the client, check that the site is in the Local intranet zone or in AuthServerAllowlist (edge://policy, chrome://policy).',
    ],
  },

  /**
   *     /app/ - 401 2 5
   *     /app/ - 401 1 2148074254
   *
   * Wrong when the log was cut before the last leg, or its row stands under another address.
   */
  abandoned: {
    id: 'log.abandoned',
    severity: 'warning',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'handshake')}${byWhom(sequence)}${where(sequence)} stopped half way: the server sent its challenge (401.1, 2148074254) and no answer came.`,
    caveat: 'The row of the last leg may be missing from the paste.',
    next: () => [
      'On the client, look for a prompt that was cancelled, or a policy that restricts outgoing NTLM (event 4001 in Microsoft-Windows-NTLM/Operational).',
      'Between client and server, look for a proxy that does not keep one connection for the whole handshake.',
    ],
  },

  /**
   *     /App1/default.aspx - 401 1 2148074254
   *
   * and no 401.2 before it. Wrong when the log begins in the middle of a handshake.
   */
  preauthenticated: {
    id: 'log.preauthenticated',
    severity: 'warning',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'first request')}${byWhom(sequence)}${where(sequence)} already carried a token and got 401.1 (2148074254), with no 401.2 before it: pre-authentication.`,
    caveat: 'The 401.2 may stand before the first row of the paste, and the answer after the last.',
    next: () => [
      'On the client, set DisableNTLMPreAuth=1 under HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings (Internet Explorer and IE mode).',
      'Turning off kernel-mode authentication for the application ends it too, at a cost: the SPN must then lie on the account of the application pool, and each logon takes a round through user mode.',
    ],
  },
};
