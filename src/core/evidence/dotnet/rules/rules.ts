/** The rules on what .NET programs say, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { aspNetToken } from './asp-net-token.ts';
import { handshake } from './handshake.ts';
import { kerberosRejected } from './kerberos-rejected.ts';
import { negotiateNotOffered } from './negotiate-not-offered.ts';
import { noCredentials } from './no-credentials.ts';
import { noReason } from './no-reason.ts';
import { ntlmConfigured } from './ntlm-configured.ts';
import { passwordRejected } from './password-rejected.ts';
import { refusedByWcf } from './refused-by-wcf.ts';
import { winrmFailed } from './winrm-failed.ts';

export const DOTNET_RULES: readonly Rule[] = [
  noCredentials,
  refusedByWcf,
  winrmFailed,
  kerberosRejected,
  passwordRejected,
  aspNetToken,
  negotiateNotOffered,
  ntlmConfigured,
  handshake,
  noReason,
];
