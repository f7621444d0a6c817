/** The rules on tokens and HTTP messages together, the most telling first among those of one severity. */
import { exchangesOf } from '../join/exchanges.ts';
import type { Rule } from '../rule.ts';
import { httpAccepted, httpTicketAccepted } from './http-accepted.ts';
import { httpConnectionClosed } from './http-connection-closed.ts';
import { httpCorsPreflight } from './http-cors-preflight.ts';
import { httpLogonKept } from './http-logon-kept.ts';
import { httpNoOffer } from './http-no-offer.ts';
import { httpNtlmUnfinished } from './http-ntlm-unfinished.ts';
import { httpNegotiateNotOffered, httpOffer } from './http-offers.ts';
import { httpOtherConnection } from './http-other-connection.ts';
import { httpOtherSpn } from './http-other-spn.ts';
import { httpRefused } from './http-refused.ts';
import { httpSchemeNotOffered } from './http-scheme-not-offered.ts';
import { httpNtlmLeftOut } from './http-ntlm-left-out.ts';
import { httpTokenLeftOut } from './http-token-left-out.ts';
import { httpUnanswered } from './http-unanswered.ts';
import { tokenKrbError } from './token-krb-error.ts';
import { tokenNtlmAnswered } from './token-ntlm-answered.ts';
import { tokenNtlmChosen } from './token-ntlm-chosen.ts';
import { tokenNtlmInsideNegotiate, tokenNtlmToAddress } from './token-ntlm-inside-negotiate.ts';
import { tokenNtlmWhereKerberosOffered } from './token-ntlm-where-kerberos-offered.ts';
import { tokenPreauthenticated } from './token-preauthenticated.ts';

export const EXCHANGE_RULES: readonly Rule[] = [
  tokenKrbError,
  httpCorsPreflight,
  httpOtherConnection,
  httpRefused,
  httpSchemeNotOffered,
  httpConnectionClosed,
  tokenPreauthenticated,
  tokenNtlmWhereKerberosOffered,
  tokenNtlmToAddress,
  tokenNtlmInsideNegotiate,
  tokenNtlmAnswered,
  tokenNtlmChosen,
  httpOtherSpn,
  httpUnanswered,
  httpNegotiateNotOffered,
  httpNoOffer,
  httpAccepted,
  httpTicketAccepted,
  httpLogonKept,
  httpNtlmUnfinished,
  httpOffer,
  httpNtlmLeftOut,
  httpTokenLeftOut,
];

/** With the rules, as both need the same chunk. */
export { exchangesOf };
