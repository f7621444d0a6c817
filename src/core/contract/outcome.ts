/** What became of one client's attempt at one resource. */
export type Outcome =
  /** 401.2, then an answer with a user name: Kerberos, or a connection already authenticated. */
  | 'accepted-one-leg'
  /** 401.2, 401.1 2148074254, then an answer with a user name: NTLM. */
  | 'accepted-two-legs'
  /** The same after a person's pause or a refusal. */
  | 'accepted-after-prompt'
  /** 401.2 only: the client does not take up the offer. */
  | 'never-answered'
  /** The client stopped half way through the handshake. */
  | 'abandoned'
  /** 401.1 2148074252 or 1326: wrong name or password. */
  | 'refused'
  /** Refused again and again by the same client. */
  | 'prompt-loop'
  /** Locked, disabled, expired, must change password, hours, workstation. */
  | 'account-state'
  /** 1385 and its kin. */
  | 'logon-right'
  /** 2148074310: Extended Protection. */
  | 'channel-binding'
  /** 2148074248 and its kin: split between servers, invalid token. */
  | 'broken-handshake'
  /** Authenticated, then 401.3. */
  | 'acl-denied'
  /** A first request that already carried a token, refused with 401.1. */
  | 'preauthenticated'
  /** 401.0 or another substatus set by the application. */
  | 'application'
  /** 401.4, 401.5. */
  | 'filter-or-handler'
  /** 401.7. */
  | 'authorization-rule'
  /** One client, many user names, refused. */
  | 'password-spray'
  /** A CORS preflight, which never carries credentials. */
  | 'preflight'
  /** 407: a proxy wants a logon. */
  | 'proxy-asks'
  | 'unclassified';
