/**
 * NTLM under the scheme Negotiate with no Kerberos tried: the raw message, or in SPNEGO with a list
 * that has no Kerberos.
 *
 *     Authorization: Negotiate TlRMTVNTUAABAAAAl4II4gAAAAAAAAAAAAAAAAAAAAAKALpHAAAADw==
 *
 * Certain about what was sent. Why is not in the token: an address instead of a name, no SPN, no
 * KDC in reach, or a client outside of the domain. An address is seen, and is a rule of its own.
 */
import type { Token } from '../../contract/decoded.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import {
  fromClient,
  isNegotiate,
  offersKerberos,
  proof,
} from '../../evidence/token/rules/words.ts';
import { whyNtlm } from '../join/why-ntlm.ts';
import type { Diagnosis, Rule, Settles } from '../rule.ts';

function isNtlmOnly(token: Token): boolean {
  return !!token.ntlm && fromClient(token) && isNegotiate(token) && !offersKerberos(token);
}

function said({ spnego }: Token): { title: string; caveat?: string } {
  if (spnego?.message === 'NegTokenResp') {
    return {
      title: 'The client logs on with NTLM inside Negotiate, not with Kerberos.',
      caveat: 'Whether it offered Kerberos is in its first message, which is not in the paste.',
    };
  }
  return {
    title: spnego
      ? 'The client sends NTLM inside Negotiate and has not tried Kerberos.'
      : 'The client sends raw NTLM under the scheme Negotiate and has not tried Kerberos.',
  };
}

const NTLM_SENT: Settles = {
  check: 'client-sent',
  state: 'failed',
  says: 'The client sent NTLM under the scheme Negotiate.',
};

/** The finding of one of the two rules: they differ in whether an address was the target. */
function findingOf(facts: FactBase, toAddress: boolean): Diagnosis[] {
  const [token, ...others] = facts.tokens.filter(isNtlmOnly);
  // A later leg of an exchange that began with Kerberos on offer is told by another rule.
  if (!token || facts.tokens.some(offersKerberos)) return [];
  const {
    reason,
    article = 'ntlm-fallback-reasons',
    next,
    isAddress = false,
  } = whyNtlm(facts, token);
  if (isAddress !== toAddress) return [];
  const { title, caveat } = said(token);
  return [
    {
      severity: 'warning',
      title: reason === undefined ? title : `${title} ${reason}`,
      article,
      evidence: [token, ...others].flatMap((other) => proof(other, 'mechTypes', 'Signature')),
      ...(caveat !== undefined && { caveat }),
      next,
    },
  ];
}

export const tokenNtlmInsideNegotiate: Rule = {
  id: 'token.ntlm-inside-negotiate',
  says: 'The client sends NTLM under the scheme Negotiate.',
  needs: ['tokens'],
  settles: [NTLM_SENT],
  judge: (facts) => findingOf(facts, false),
};

export const tokenNtlmToAddress: Rule = {
  id: 'token.ntlm-to-address',
  says: 'The client sends NTLM to an address, for which there is no ticket by default.',
  needs: ['tokens'],
  settles: [
    NTLM_SENT,
    {
      check: 'requested-name',
      state: 'failed',
      says: 'The client used an address and not a name.',
    },
  ],
  judge: (facts) => findingOf(facts, true),
};
