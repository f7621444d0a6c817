/** The server: takes requests over connections, answers, and writes a row when the answer ends. */
import type { Chance } from './chance.ts';
import { CODES, type Directory } from './directory.ts';
import type { Row } from './row.ts';
import { type Guard, IDLE_MS, type Resource, type Site } from './site.ts';
import type { Process, World } from './world.ts';

/** What comes in the Authorization header. */
export type Credentials =
  | {
      readonly kind: 'basic';
      readonly typed: string;
      readonly name: string;
      readonly password: string;
    }
  | { readonly kind: 'ntlm-1' }
  | {
      readonly kind: 'ntlm-3';
      readonly name: string;
      readonly password: string;
      readonly isBound: boolean;
    }
  | {
      readonly kind: 'kerberos';
      readonly name: string;
      readonly password: string;
      readonly isBound: boolean;
      /** Win32 code of what is wrong with the ticket. */
      readonly fault: number;
    };

export interface Request {
  readonly resource: Resource;
  readonly method: string;
  readonly query: string;
  readonly agent: string;
  readonly referer: string;
  readonly version: string;
  readonly credentials?: Credentials | undefined;
  /** The page is in the client's cache. */
  readonly isCached?: boolean;
  /** For a WebSocket, how long it is held. */
  readonly holdMs?: number;
}

/** What a 401 means to the server; `undefined` for any other answer. */
export type Refused = 'challenge' | 'handshake' | 'logon' | Guard;

export interface Answer {
  readonly row: Row;
  readonly refused?: Refused | undefined;
}

/** A TCP connection as the server sees it. */
export class Connection {
  readonly site: Site;
  /** Address of the peer, and what a proxy says about the client. */
  readonly peer: string;
  used: number;
  /** Who is logged on for as long as it lasts. */
  user = '';
  /** NTLM has begun. */
  isHalfway = false;

  constructor(site: Site, peer: string, now: number) {
    this.site = site;
    this.peer = peer;
    this.used = now;
  }

  isClosed(now: number): boolean {
    return now - this.used > IDLE_MS;
  }
}

interface Verdict {
  readonly status: number;
  readonly substatus: number;
  readonly win32: number;
  readonly user: string;
  readonly ms: number;
  readonly refused?: Refused;
}

const GUARDS: Readonly<Record<Guard, readonly [substatus: number, win32: number]>> = {
  acl: [3, CODES.accessDenied],
  cgi: [5, CODES.ok],
  rule: [7, CODES.accessDenied],
  application: [0, CODES.ok],
};

export class Iis {
  readonly rows: Row[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  readonly #directory: Directory;

  constructor(world: World, chance: Chance, directory: Directory) {
    this.#world = world;
    this.#chance = chance;
    this.#directory = directory;
  }

  /** Answers a request; the row is written when the answer is complete. */
  *serve(connection: Connection, request: Request, forwarded: string): Process<Answer> {
    const begin = this.#world.now;
    const { ms, refused, ...codes } = this.#judge(connection, request);
    yield ms;
    const end = this.#world.now;
    connection.used = end;
    const { method, query, agent, referer, version } = request;
    const row: Row = {
      ...{ end, taken: end - begin, site: connection.site, peer: connection.peer, forwarded },
      ...{ method, stem: request.resource.stem, query, agent, referer, version },
      ...{ status: codes.status, substatus: codes.substatus, win32: codes.win32, user: codes.user },
      line: 0,
    };
    this.rows.push(row);
    return { row, refused };
  }

  #judge(connection: Connection, request: Request): Verdict {
    const { site } = connection;
    const { credentials, resource } = request;
    if (resource.isAnonymous) return this.#content('', request);
    if (!credentials) {
      if (connection.user !== '') return this.#content(connection.user, request);
      return refusal('challenge', 2, CODES.accessDenied, '', this.#quick(site));
    }
    switch (credentials.kind) {
      case 'ntlm-1':
        connection.user = '';
        connection.isHalfway = true;
        return refusal('handshake', 1, CODES.goesOn, '', this.#quick(site));
      case 'ntlm-3':
        return this.#ntlm(connection, request, credentials);
      case 'kerberos':
        return this.#kerberos(connection, request, credentials);
      case 'basic':
        return this.#basic(site, request, credentials);
    }
  }

  #ntlm(
    connection: Connection,
    request: Request,
    { name, password, isBound }: Extract<Credentials, { kind: 'ntlm-3' }>,
  ): Verdict {
    const { site } = connection;
    const refuse = (code: number) =>
      refusal('logon', 1, code, site.named === 'all' ? windowsName(name) : '', this.#asked());
    if (!connection.isHalfway) return refuse(CODES.invalidToken);
    connection.isHalfway = false;
    if (site.needsBinding && !isBound) return refuse(CODES.badBindings);
    const code = this.#directory.logon(name, password, site.name, this.#world.now);
    if (code !== CODES.ok) return refuse(code === CODES.badPassword ? CODES.denied : code);
    connection.user = windowsName(name);
    const answer = this.#content(connection.user, request);
    return { ...answer, ms: answer.ms + this.#asked() };
  }

  #kerberos(
    connection: Connection,
    request: Request,
    { name, password, isBound, fault }: Extract<Credentials, { kind: 'kerberos' }>,
  ): Verdict {
    const { site } = connection;
    const refuse = (code: number) =>
      refusal('logon', 1, code, site.named === 'all' ? windowsName(name) : '', this.#quick(site));
    if (fault !== CODES.ok) return refuse(fault);
    if (site.needsBinding && !isBound) return refuse(CODES.badBindings);
    const code = this.#directory.logon(name, password, site.name, this.#world.now);
    if (code !== CODES.ok) return refuse(code === CODES.badPassword ? CODES.denied : code);
    if (site.keepsKerberos) connection.user = windowsName(name);
    return this.#content(windowsName(name), request);
  }

  #basic(
    site: Site,
    request: Request,
    { typed, name, password }: Extract<Credentials, { kind: 'basic' }>,
  ): Verdict {
    const code = this.#directory.logon(name, password, site.name, this.#world.now);
    const ms = this.#asked();
    if (code !== CODES.ok) return refusal('logon', 1, code, site.named === 'none' ? '' : typed, ms);
    const answer = this.#content(typed, request);
    return { ...answer, ms: answer.ms + ms };
  }

  /** What is behind the logon. */
  #content(user: string, { resource, method, isCached, holdMs }: Request): Verdict {
    const ms = this.#chance.about(resource.ms ?? 20, 2.2);
    const { guard } = resource;
    if (guard && user !== '') return refusal(guard, ...GUARDS[guard], user, ms);
    if (guard === 'application') return refusal(guard, ...GUARDS[guard], user, ms);
    const answer = (status: number, substatus = 0, win32 = 0): Verdict => ({
      ...{ status, substatus, win32, user, ms },
    });
    if (resource.isSocket) return { ...answer(101), ms: holdMs ?? ms };
    if (resource.status !== undefined) return answer(resource.status, 0, resource.win32 ?? 0);
    if (isCached) return answer(304);
    if (method === 'PROPFIND') return answer(207);
    return this.#chance.is(0.004) ? answer(500) : answer(200);
  }

  /** A leg that needs nobody else. */
  #quick({ isKernelMode }: Site): number {
    const most = isKernelMode ? 2 : 12;
    // Now and then the log waits for the client to confirm.
    return this.#chance.is(0.02) ? this.#chance.about(150) : this.#chance.below(most);
  }

  /** A logon that a domain controller is asked about. */
  #asked(): number {
    return this.#chance.is(0.005) ? this.#chance.about(4_000, 1.6) : this.#chance.about(15);
  }
}

/** The name that is logged after a Windows logon. */
export const windowsName = (name: string): string => `CONTOSO\\${name}`;

function refusal(
  refused: Refused,
  substatus: number,
  win32: number,
  user: string,
  ms: number,
): Verdict {
  return { status: 401, substatus, win32, user, ms, refused };
}
