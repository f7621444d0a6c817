/**
 * What the error codes of a KRB-ERROR usually mean when a web server on Windows, or its KDC, sends
 * one. RFC 4120 7.5.9 defines the codes; the causes are those of IIS and Active Directory.
 */
import type { ArticleSlug } from '../../../articles.ts';

export interface KrbErrorCause {
  article: ArticleSlug;
  /** Completes the sentence "NAME: ..."; `{spn}` stands for the SPN at hand. */
  cause: string;
  /** Steps; `{spn}` and `{account}` are filled in, a step whose name is missing is left out. */
  next: string[];
}

const LOOK_UP = 'setspn -Q {spn}';
const GET_TICKET = ['klist purge', 'klist get {spn}'];
const CLOCKS = [
  'w32tm /query /status',
  'Run it on the client, the server and a domain controller, and compare.',
];

export const KRB_ERROR_CAUSES: Readonly<Record<number, KrbErrorCause>> = {
  6: {
    article: '401-1-bad-credentials',
    cause: 'the domain does not know the user.',
    next: ['Check the user name and the domain it is looked up in.'],
  },
  7: {
    article: 'spn-missing',
    cause: 'no account holds {spn}, so the client gets no ticket and falls back to NTLM.',
    next: [LOOK_UP],
  },
  8: {
    article: 'spn-duplicate',
    cause: 'more than one account holds {spn}.',
    next: [LOOK_UP, 'setspn -X'],
  },
  12: {
    article: 'cross-forest',
    cause:
      'a policy forbids this logon: hours, permitted computers, an authentication policy, or selective authentication on a trust.',
    next: [
      'Get-ADTrust -Filter * | Select-Object Name, SelectiveAuthentication',
      'Check the restrictions of the account.',
    ],
  },
  13: {
    article: 'kcd-rbcd',
    cause: 'the KDC cannot do what was asked, most often a delegation that is not allowed.',
    next: ['Check the delegation settings of the account that asks.'],
  },
  14: {
    article: 'rc4-disabled-etype',
    cause: 'client, KDC and the account behind {spn} have no encryption type in common.',
    next: [
      LOOK_UP,
      'Compare msDS-SupportedEncryptionTypes of that account with the policy of client and KDC.',
    ],
  },
  18: {
    article: '401-1-bad-credentials',
    cause: 'the account is disabled, locked or expired.',
    next: ['Check the state of the account.'],
  },
  20: {
    article: 'ticket-expired',
    cause:
      "the client's ticket-granting ticket was revoked: the account was changed after it was issued.",
    next: ['klist purge', 'Sign out and in again on the client, then try again.'],
  },
  23: {
    article: '401-1-bad-credentials',
    cause: "the account's password has expired.",
    next: ['Have the password changed, then try again.'],
  },
  24: {
    article: '401-1-bad-credentials',
    cause: 'the password is wrong.',
    next: ['Check the password, also where it is stored: services, tasks, Credential Manager.'],
  },
  25: {
    article: 'how-negotiate-works',
    cause: 'the KDC asks for proof of the password first; this is the normal first answer.',
    next: [],
  },
  27: {
    article: 'spn-missing',
    cause: '{spn} belongs to a user account that may only be used user-to-user.',
    next: [LOOK_UP],
  },
  31: {
    article: 'krb-ap-err-modified',
    cause: 'the server could not decrypt the ticket for {spn}: its key is another one.',
    next: [
      LOOK_UP,
      'Check which account decrypts: the application pool or, in kernel mode, the computer.',
    ],
  },
  32: {
    article: 'ticket-expired',
    cause: 'the ticket for {spn} has expired by the clock of the server.',
    next: ['klist purge', 'Run it on the client, then try again.', ...CLOCKS],
  },
  33: {
    article: 'clock-skew',
    cause: 'the ticket for {spn} is not valid yet by the clock of the server.',
    next: [...CLOCKS],
  },
  34: {
    article: 'decode-token',
    cause: 'the server has seen this very request before and takes it for a replay.',
    next: ['Look for a proxy or a retry that sends the same request twice.'],
  },
  35: {
    article: 'spn-identity-match',
    cause: 'the ticket is for {spn}, and the account that got it is another one.',
    next: [LOOK_UP],
  },
  37: {
    article: 'clock-skew',
    cause: 'the clocks of client and server differ by more than the 5 minutes Kerberos allows.',
    next: [...CLOCKS],
  },
  41: {
    article: 'krb-ap-err-modified',
    cause: 'the account that got the ticket for {spn} could not decrypt it.',
    next: [LOOK_UP, 'setspn -L {account}', ...GET_TICKET],
  },
  44: {
    article: 'krb-ap-err-modified',
    cause:
      'the ticket for {spn} was made with another version of the key: the password was changed.',
    next: [...GET_TICKET, LOOK_UP],
  },
  45: {
    article: 'gmsa-app-pool',
    cause:
      'the server has no key for {spn}; with a managed account its password could not be read.',
    next: ['Test-ADServiceAccount <account>', LOOK_UP],
  },
  68: {
    article: 'cross-forest',
    cause: 'the request went to the wrong domain.',
    next: ['Check the domain suffix of the name and the trust between the domains.'],
  },
};

/** For codes without a cause of their own. */
export const OTHER_CAUSE: KrbErrorCause = {
  article: 'krb-error-table',
  cause: 'Kerberos refused, for a reason that is rare on IIS.',
  next: [LOOK_UP],
};
