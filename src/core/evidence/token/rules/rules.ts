/** The rules that need nothing but tokens, the most telling first among those of one severity. */
import type { Rule } from '../../../case/rule.ts';
import { tokenBasic } from './basic.ts';
import { tokenChannelBinding } from './channel-binding.ts';
import { tokenCut } from './cut.ts';
import { tokenKerberosPresent } from './kerberos-present.ts';
import { tokenNearLimit } from './near-limit.ts';
import { tokenNegoex } from './negoex.ts';
import { tokenNegotiateAnswer } from './negotiate-answer.ts';
import { tokenNoKerberosListed } from './no-kerberos-listed.ts';
import { tokenNoMic } from './no-mic.ts';
import { tokenNtlmChallenge } from './ntlm-challenge.ts';
import { tokenNtlm } from './ntlm.ts';
import { tokenNtlmV1 } from './ntlmv1.ts';
import { tokenOtherKerberos } from './other-kerberos.ts';
import { tokenOtherScheme } from './other-scheme.ts';
import { tokenRc4Ticket } from './rc4-ticket.ts';
import { tokenRejected } from './rejected.ts';
import { tokenUnknown } from './unknown.ts';

export const TOKEN_RULES: readonly Rule[] = [
  tokenRejected,
  tokenNoKerberosListed,
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
];
