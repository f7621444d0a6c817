/**
 * What Chromium says of a logon: which schemes it may use for a host, and what Windows or GSSAPI made
 * of each token (net/http/http_auth_*.cc). Begin and end of a step belong together by their source.
 */
import type { Fact } from '../../facts/fact.ts';
import { hostOf, spnOf } from '../../facts/names.ts';
import { type NetEvent, type Netlog, recordOf } from './events.ts';

export function authFacts({ events, errors }: Netlog): Fact[] {
  const facts: Fact[] = [];
  const begun = new Map<number, NetEvent>();
  const targets = new Map<number, string>();
  for (const event of events) {
    const { type, phase, source, params } = event;
    if (type === 'AUTH_CONTROLLER' && phase === 'begin') {
      targets.set(source, String(params.target));
    } else if (type === 'AUTH_HANDLER_CREATE_RESULT') {
      facts.push(...schemeFact(event, errors, targets.get(source) === 'proxy'));
    } else if (type === 'AUTH_LIBRARY_INIT_SEC_CTX' && phase === 'begin') begun.set(source, event);
    else if (type === 'AUTH_LIBRARY_INIT_SEC_CTX' && phase === 'end') {
      facts.push(tokenFact(event, begun.get(source), errors));
      begun.delete(source);
    }
  }
  return facts;
}

function schemeFact(
  { params, at }: NetEvent,
  errors: ReadonlyMap<number, string>,
  isProxy: boolean,
): Fact[] {
  const { scheme, origin, net_error: error, allows_default_credentials: allows } = params;
  if (typeof scheme !== 'string' || typeof origin !== 'string') return [];
  const host = /^https?:\/\/(\[[^\]]*\]|[^:/]+)/i.exec(origin)?.[1];
  return [
    {
      kind: 'browserScheme',
      scheme: scheme.toLowerCase(),
      ...(host !== undefined && { host: hostOf(host) }),
      ...(typeof error === 'number' &&
        error !== 0 && { error: errors.get(error) ?? String(error) }),
      ...(typeof allows === 'boolean' && { allowsDefaultCredentials: allows }),
      ...(isProxy && { isProxy }),
      at,
    },
  ];
}

function tokenFact(
  { params, at }: NetEvent,
  begin: NetEvent | undefined,
  errors: ReadonlyMap<number, string>,
): Fact {
  const status = recordOf(params.status);
  const context = recordOf(params.context);
  const written = begin?.params.spn ?? context.target;
  const spn = typeof written === 'string' ? spnOf(written) : undefined;
  const { net_error: error, security_status: code } = status;
  const { mechanism } = context;
  const delegates = recordOf(context.flags).delegated ?? recordOf(begin?.params.flags).delegated;
  return {
    kind: 'browserToken',
    ...(spn && { spn }),
    ...(typeof code === 'number' && { code: code >>> 0 }),
    ...(typeof error === 'number' && error !== 0 && { error: errors.get(error) ?? String(error) }),
    ...(typeof mechanism === 'string' && mechanism !== '' && { mechanism }),
    ...(typeof delegates === 'boolean' && { delegates }),
    at: begin && spn ? { start: begin.at.start, end: at.end } : at,
  };
}
