/**
 * Reason phrases of the HTTP.sys error log (s-reason): why HTTP.sys answered by itself, or closed a
 * connection. Such requests never reach IIS, so the site's own log does not have them.
 *
 * Source: "Error logging in HTTP APIs" (KB 820729) and the Windows HTTP Server API reference.
 */
const REASONS: Readonly<Record<string, string>> = {
  RequestLength:
    'All headers together are larger than MaxRequestBytes (16 KB by default). Large Kerberos tickets do this.',
  FieldLength:
    'One header is larger than MaxFieldLength (16 KB by default). Large Kerberos tickets do this.',
  Hostname: 'The Host header is missing or not valid.',
  Header: 'A header is malformed.',
  BadRequest: 'The request is malformed.',
  Verb: 'The verb is malformed or not allowed.',
  URL: 'The URL is malformed.',
  URL_Length: 'The URL is too long.',
  Forbidden: 'The URL holds a forbidden sequence.',
  NotFound: 'No site listens on this name and URL.',
  Connection_Dropped:
    'The client disconnected before the answer was logged. It may have received the answer.',
  Connection_Abandoned_By_ReqQueue:
    'The worker process ended with the request in hand; a handshake under way is lost.',
  Connection_Abandoned_By_AppPool:
    'The worker process ended with the request in hand; a handshake under way is lost.',
  Client_Reset: 'The client reset the connection before a worker took the request.',
  Timer_ConnectionIdle:
    'An idle connection was closed. Harmless, but the next request needs a new handshake.',
  Timer_SslRenegotiation: 'The renegotiation for a client certificate took too long.',
  Timer_EntityBody: 'The body of the request did not come in time.',
  Timer_HeaderWait: 'The headers of the request did not come in time.',
  AppOffline:
    'The application pool is stopped, often because the password of its identity is wrong.',
  Disabled:
    'The application pool is stopped. Microsoft gives an action of an administrator as the cause.',
  QueueFull: 'The queue of the application pool is full.',
  ConnLimit: 'The site has reached its limit of connections.',
};

/** What the phrase means; undefined for one that is not in the table. */
export function reasonMeaning(reason: string): string | undefined {
  return REASONS[reason];
}

/** Reasons that say "the headers are too large". */
export const TOO_LARGE: ReadonlySet<string> = new Set(['RequestLength', 'FieldLength']);

/** Reasons that say "the application pool cannot take the request". */
export const POOL_STOPPED: ReadonlySet<string> = new Set(['AppOffline', 'Disabled']);

/** True for a reason whose rows are worth showing, although they are no 401s. */
export function isTelling(reason: string | undefined): boolean {
  return reason !== undefined && (TOO_LARGE.has(reason) || POOL_STOPPED.has(reason));
}
