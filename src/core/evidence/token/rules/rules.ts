/** The checks on tokens and HTTP messages, the most telling first among those of one severity. */
import type { Check } from '../../../case/rule.ts';
import { httpProxyAsks } from '../../http/rules/proxy-asks.ts';
import { tokenBasic } from './basic.ts';
import { tokenChannelBinding } from './channel-binding.ts';
import { tokenCut } from './cut.ts';
import { tokenKerberosPresent } from './kerberos-present.ts';
import { tokenKrbError } from '../../../case/rules/token-krb-error.ts';
import { tokenNearLimit } from './near-limit.ts';
import { tokenNegoex } from './negoex.ts';
import { tokenNegotiateAnswer } from './negotiate-answer.ts';
import { tokenNoKerberosListed } from './no-kerberos-listed.ts';
import { tokenNoMic } from './no-mic.ts';
import { tokenNtlmChallenge } from './ntlm-challenge.ts';
import { tokenNtlmInsideNegotiate } from '../../../case/rules/token-ntlm-inside-negotiate.ts';
import { tokenNtlmWhereKerberosOffered } from '../../../case/rules/token-ntlm-where-kerberos-offered.ts';
import { tokenNtlm } from './ntlm.ts';
import { tokenNtlmV1 } from './ntlmv1.ts';
import { httpNegotiateNotOffered, httpOffer } from '../../../case/rules/http-offers.ts';
import { tokenOtherKerberos } from './other-kerberos.ts';
import { tokenOtherScheme } from './other-scheme.ts';
import { tokenPreauthenticated } from '../../../case/rules/token-preauthenticated.ts';
import { tokenRc4Ticket } from './rc4-ticket.ts';
import { tokenRejected } from './rejected.ts';
import { tokenUnknown } from './unknown.ts';

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
