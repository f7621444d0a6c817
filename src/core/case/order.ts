/**
 * The order of findings of one severity: what the exchange itself proves goes before what the rows of
 * a log or a listing suggest, and a code that is looked up on its own comes last.
 */

/** Ids of findings; `log.*` stands for all of a kind that are not named, in the order of their rules. */
const ORDER: readonly string[] = [
  'case.*',
  'token.krb-error',
  'token.rejected',
  'http.cors-preflight',
  'http.other-connection',
  'http.refused',
  'http.scheme-not-offered',
  'http.connection-closed',
  'token.preauthenticated',
  'token.ntlm-where-kerberos-offered',
  'token.ntlm-to-address',
  'token.ntlm-inside-negotiate',
  'http.ntlm-left-out',
  'token.ntlm-answered',
  'token.ntlm-chosen',
  'token.no-kerberos-listed',
  'http.other-spn',
  'http.unanswered',
  'http.negotiate-not-offered',
  'http.no-offer',
  'http.proxy-asks',
  'token.rc4-ticket',
  'token.ntlmv1',
  'token.basic',
  'token.near-limit',
  'token.unknown',
  'http.accepted',
  'http.ticket-accepted',
  'http.logon-kept',
  'http.ntlm-unfinished',
  'token.kerberos-present',
  'token.ntlm',
  'token.ntlm-challenge',
  'token.other-kerberos',
  'token.negoex',
  'token.other-scheme',
  'token.cut',
  'token.no-channel-binding',
  'token.no-mic',
  'token.negotiate-answer',
  'har.left-out',
  'http.offer',
  'http.token-left-out',
  'token.*',
  'http.*',
  'log.spray-succeeded',
  'log.changed-at',
  'log.keeps-trying',
  'log.keeps-closing',
  'log.webdav-client',
  // What became of the attempts: the most frequent outcome first.
  'log.*',
  'log.shared-address',
  'log.header-too-long',
  'log.counts-only',
  'log.not-a-401',
  'log.no-substatus',
  'log.no-401',
  // All other kinds of evidence.
  '*',
  'code.rounded',
  'code.*',
];

const RANKS: ReadonlyMap<string, number> = new Map(ORDER.map((id, rank) => [id, rank]));
const OTHER = ORDER.indexOf('*');

/** Place of a finding in that order; less comes first. */
export function rankOf(id: string): number {
  const kind = `${id.split('.', 1)[0] ?? ''}.*`;
  return RANKS.get(id) ?? RANKS.get(kind) ?? OTHER;
}

/** Findings that several sources together prove to be right. */
export const JOINED: ReadonlySet<string> = new Set([
  'case.owner-decrypts',
  'case.host-spn-answers',
  'case.ticket-forwarded',
]);
