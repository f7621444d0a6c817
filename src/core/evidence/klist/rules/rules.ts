/** The rules that need nothing but klist, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { expired } from './expired.ts';
import { getRefused } from './get-refused.ts';
import { httpTicket } from './http-ticket.ts';
import { keytab } from './keytab.ts';
import { noHttpTicket } from './no-http-ticket.ts';
import { noTickets } from './no-tickets.ts';
import { okAsDelegate } from './ok-as-delegate.ts';
import { rc4OtherTicket } from './rc4-other-ticket.ts';
import { rc4Ticket } from './rc4-ticket.ts';
import { referral } from './referral.ts';
import { sessionKeyShown } from './session-key-shown.ts';
import { sessions } from './sessions.ts';
import { unreadable } from './unreadable.ts';

export const KLIST_RULES: readonly Rule[] = [
  getRefused,
  expired,
  rc4Ticket,
  noTickets,
  unreadable,
  rc4OtherTicket,
  httpTicket,
  referral,
  noHttpTicket,
  okAsDelegate,
  sessions,
  keytab,
  sessionKeyShown,
];
