/** The checks on tokens and HTTP messages, the most telling first among those of one severity. */
import type { Check } from '../finding.ts';
import { httpProxyAsks } from './http-proxy-asks.ts';
import { tokenBasic } from './token-basic.ts';
import { tokenChannelBinding } from './token-channel-binding.ts';
import { tokenCut } from './token-cut.ts';
import { tokenKerberosPresent } from './token-kerberos-present.ts';
import { tokenKrbError } from './token-krb-error.ts';
import { tokenNearLimit } from './token-near-limit.ts';
import { tokenNegoex } from './token-negoex.ts';
import { tokenNegotiateAnswer } from './token-negotiate-answer.ts';
import { tokenNoKerberosListed } from './token-no-kerberos-listed.ts';
import { tokenNoMic } from './token-no-mic.ts';
import { tokenNtlmChallenge } from './token-ntlm-challenge.ts';
import { tokenNtlmInsideNegotiate } from './token-ntlm-inside-negotiate.ts';
import { tokenNtlmWhereKerberosOffered } from './token-ntlm-where-kerberos-offered.ts';
import { tokenNtlm } from './token-ntlm.ts';
import { tokenNtlmV1 } from './token-ntlmv1.ts';
import { httpNegotiateNotOffered, httpOffer } from './token-offers.ts';
import { tokenOtherKerberos } from './token-other-kerberos.ts';
import { tokenOtherScheme } from './token-other-scheme.ts';
import { tokenPreauthenticated } from './token-preauthenticated.ts';
import { tokenRc4Ticket } from './token-rc4-ticket.ts';
import { tokenRejected } from './token-rejected.ts';
import { tokenUnknown } from './token-unknown.ts';

export const TOKEN_CHECKS: readonly Check[] = [
  tokenKrbError,
  tokenRejected,
  tokenPreauthenticated,
  tokenNtlmWhereKerberosOffered,
  tokenNtlmInsideNegotiate,
  tokenNoKerberosListed,
  httpNegotiateNotOffered,
  httpProxyAsks,
  tokenRc4Ticket,
  tokenNtlmV1,
  tokenBasic,
  tokenNearLimit,
  tokenUnknown,
  tokenKerberosPresent,
  tokenNtlm,
  tokenNtlmChallenge,
  tokenOtherKerberos,
  tokenNegoex,
  tokenOtherScheme,
  tokenCut,
  tokenChannelBinding,
  tokenNoMic,
  tokenNegotiateAnswer,
  httpOffer,
];
