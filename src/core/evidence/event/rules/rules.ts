/** The rules on events, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { accountPolicyRefused } from './account-policy-refused.ts';
import { authenticationError } from './authentication-error.ts';
import { decryptFailed } from './decrypt-failed.ts';
import { duplicateName } from './duplicate-name.ts';
import { explicitLogon } from './explicit-logon.ts';
import { kerberosError } from './kerberos-error.ts';
import { keyMissing } from './key-missing.ts';
import { knownEvent } from './known-event.ts';
import { logon } from './logon.ts';
import { logonFailed } from './logon-failed.ts';
import { loopbackLogon } from './loopback-logon.ts';
import { loopbackRefused } from './loopback-refused.ts';
import { ntlmUse } from './ntlm-use.ts';
import { ntlmValidation } from './ntlm-validation.ts';
import { signIn } from './sign-in.ts';
import { signInRefused } from './sign-in-refused.ts';
import { ticketIssued } from './ticket-issued.ts';
import { ticketRefused } from './ticket-refused.ts';
import { tlsBinding } from './tls-binding.ts';
import { tlsFailed } from './tls-failed.ts';
import { unknownName } from './unknown-name.ts';
import { weakTicket } from './weak-ticket.ts';
import { workerProcessFailed } from './worker-process-failed.ts';

export const EVENT_RULES: readonly Rule[] = [
  loopbackLogon,
  loopbackRefused,
  decryptFailed,
  duplicateName,
  unknownName,
  ticketRefused,
  keyMissing,
  weakTicket,
  logonFailed,
  signInRefused,
  accountPolicyRefused,
  ntlmUse,
  workerProcessFailed,
  kerberosError,
  authenticationError,
  ntlmValidation,
  tlsBinding,
  tlsFailed,
  ticketIssued,
  logon,
  explicitLogon,
  signIn,
  knownEvent,
];
