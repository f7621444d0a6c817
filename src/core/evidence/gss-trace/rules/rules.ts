/** The rules on traces of Kerberos and GSSAPI, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { firefoxAnswers } from './firefox-answers.ts';
import { noCommonMechanism } from './no-common-mechanism.ts';
import { ntlmFirst } from './ntlm-first.ts';
import { ticketAccepted } from './ticket-accepted.ts';
import { ticketHeld } from './ticket-held.ts';

export const GSS_TRACE_RULES: readonly Rule[] = [
  noCommonMechanism,
  ntlmFirst,
  ticketAccepted,
  ticketHeld,
  firefoxAnswers,
];
