/** The rules on tokens and HTTP messages together, the most telling first among those of one severity. */
import type { Rule } from '../rule.ts';
import { httpNegotiateNotOffered, httpOffer } from './http-offers.ts';
import { tokenKrbError } from './token-krb-error.ts';
import { tokenNtlmInsideNegotiate } from './token-ntlm-inside-negotiate.ts';
import { tokenNtlmWhereKerberosOffered } from './token-ntlm-where-kerberos-offered.ts';
import { tokenPreauthenticated } from './token-preauthenticated.ts';

export const EXCHANGE_RULES: readonly Rule[] = [
  tokenKrbError,
  tokenPreauthenticated,
  tokenNtlmWhereKerberosOffered,
  tokenNtlmInsideNegotiate,
  httpNegotiateNotOffered,
  httpOffer,
];
