/** What people say they see, in their words, and the article that answers. */
import type { ArticleSlug } from '../core/articles.ts';

export const SYMPTOMS: readonly (readonly [symptom: string, article: ArticleSlug])[] = [
  ['The browser keeps asking for a password', 'prompt-loop-401'],
  ['A 401 row in the log, but the page works', 'normal-401-sequence'],
  ['Only 401 2 5 in the log, nothing after it', '401-2-only-no-second-leg'],
  ['NTLM is used where Kerberos was expected', 'ntlm-fallback-reasons'],
  ['It works by server name, not by alias', 'expected-spn'],
  ['It fails only on the server itself', 'loopback-check'],
  ['It fails only through the load balancer', 'ntlm-split-by-load-balancer'],
  ['It fails behind TLS inspection or a proxy', 'extended-protection-401'],
  ['It stopped after the pool identity was changed', 'spn-identity-match'],
  ['It stopped after a Windows update in 2026', 'rc4-disabled-etype'],
  ['Anonymous is enabled and still 401.1', 'anonymous-401-1'],
  ['An account is locked out again and again', 'account-lockout-from-iis'],
  ['Bad Request: request header too long', 'http-400-header-too-long'],
  ['The very first request fails, then it works', 'preauth-401-1'],
];
