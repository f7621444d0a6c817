/** The checks on tokens and HTTP messages, the most telling first among those of one severity. */
import type { Check } from '../finding.ts';
import { tokenBasic } from './token-basic.ts';
import { tokenCut } from './token-cut.ts';
import { tokenKerberosPresent } from './token-kerberos-present.ts';
import { tokenKrbError } from './token-krb-error.ts';
import { tokenNearLimit } from './token-near-limit.ts';
import { tokenNegotiateAnswer } from './token-negotiate-answer.ts';
import { tokenNtlmChallenge } from './token-ntlm-challenge.ts';
import { tokenNtlmInsideNegotiate } from './token-ntlm-inside-negotiate.ts';
import { tokenNtlmWhereKerberosOffered } from './token-ntlm-where-kerberos-offered.ts';
import { tokenNtlm } from './token-ntlm.ts';
import { httpNegotiateNotOffered, httpOffer } from './token-offers.ts';
import { tokenPreauthenticated } from './token-preauthenticated.ts';
import { tokenRc4Ticket } from './token-rc4-ticket.ts';
import { tokenRejected } from './token-rejected.ts';

export const TOKEN_CHECKS: readonly Check[] = [
  tokenKrbError,
  tokenRejected,
  tokenPreauthenticated,
  tokenNtlmWhereKerberosOffered,
  tokenNtlmInsideNegotiate,
  httpNegotiateNotOffered,
  tokenRc4Ticket,
  tokenBasic,
  tokenNearLimit,
  tokenKerberosPresent,
  tokenNtlm,
  tokenNtlmChallenge,
  tokenCut,
  tokenNegotiateAnswer,
  httpOffer,
];
