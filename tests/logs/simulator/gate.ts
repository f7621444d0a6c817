/** Decides who is let in: what IIS 7 and later answer to each kind of credentials, with their codes. */
import type { Chance } from './chance.ts';
import type { Connection } from './connection.ts';
import { CODES, type Directory } from './directory.ts';
import type { CredentialsOf, Refused, Request } from './request.ts';
import type { Guard, Site } from './site.ts';
import type { World } from './world.ts';

export interface Verdict {
  readonly status: number;
  readonly substatus: number;
  readonly win32: number;
  /** cs-username; '' for none. */
  readonly user: string;
  /** Until the answer has ended. */
  readonly ms: number;
  readonly refused?: Refused;
}

const GUARDS: Readonly<Record<Guard, readonly [substatus: number, win32: number]>> = {
  acl: [3, CODES.accessDenied],
  cgi: [5, CODES.ok],
  rule: [7, CODES.accessDenied],
  application: [0, CODES.ok],
};

export class Gate {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #directory: Directory;

  constructor(world: World, chance: Chance, directory: Directory) {
    this.#world = world;
    this.#chance = chance;
    this.#directory = directory;
  }

  judge(connection: Connection, request: Request): Verdict {
    const { site } = connection;
    const { credentials, resource } = request;
    if (resource.isAnonymous) return this.#content('', request);
    if (!credentials) {
      if (connection.user !== '') return this.#content(connection.user, request);
      return refusal('challenge', [2, CODES.accessDenied], '', this.#quick(site));
    }
    switch (credentials.kind) {
      case 'ntlm-1':
        connection.user = '';
        connection.isHalfway = true;
        return refusal('handshake', [1, CODES.goesOn], '', this.#quick(site));
      case 'ntlm-3':
        return this.#ntlm(connection, request, credentials);
      case 'kerberos':
        return this.#kerberos(connection, request, credentials);
      case 'basic':
        return this.#basic(site, request, credentials);
    }
  }

  #ntlm(connection: Connection, request: Request, token: CredentialsOf<'ntlm-3'>): Verdict {
    const { site } = connection;
    const { name, password, isBound } = token;
    const refuse = (code: number) =>
      refusal('logon', [1, code], site.named === 'all' ? windowsName(name) : '', this.#asked());
    if (!connection.isHalfway) return refuse(CODES.invalidToken);
    connection.isHalfway = false;
    if (site.needsBinding && !isBound) return refuse(CODES.badBindings);
    const code = this.#directory.logon(name, password, site.name, this.#world.now);
    if (code !== CODES.ok) return refuse(code === CODES.badPassword ? CODES.denied : code);
    connection.user = windowsName(name);
    const answer = this.#content(connection.user, request);
    return { ...answer, ms: answer.ms + this.#asked() };
  }

  #kerberos(connection: Connection, request: Request, token: CredentialsOf<'kerberos'>): Verdict {
    const { site } = connection;
    const { name, isBound, fault } = token;
    const user = windowsName(name);
    const isRefused = this.#directory.lacksRight(name, site.name);
    const code =
      fault !== CODES.ok
        ? fault
        : site.needsBinding && !isBound
          ? CODES.badBindings
          : isRefused
            ? CODES.logonType
            : CODES.ok;
    if (code !== CODES.ok) {
      return refusal('logon', [1, code], site.named === 'all' ? user : '', this.#quick(site));
    }
    if (site.keepsKerberos) connection.user = user;
    return this.#content(user, request);
  }

  #basic(site: Site, request: Request, { typed, name, password }: CredentialsOf<'basic'>): Verdict {
    const code = this.#directory.logon(name, password, site.name, this.#world.now);
    const ms = this.#asked();
    if (code !== CODES.ok) {
      return refusal('logon', [1, code], site.named === 'none' ? '' : typed, ms);
    }
    const answer = this.#content(typed, request);
    return { ...answer, ms: answer.ms + ms };
  }

  /** What is behind the logon. */
  #content(user: string, { resource, method, isCached, holdMs }: Request): Verdict {
    const ms = this.#chance.about(resource.ms ?? 20, 2.2);
    const { guard } = resource;
    if (guard) return refusal(guard, GUARDS[guard], user, ms);
    const answer = (status: number, win32 = 0): Verdict => ({
      ...{ status, substatus: 0, win32, user, ms },
    });
    if (resource.isSocket) return { ...answer(101), ms: holdMs };
    if (resource.status !== undefined) return answer(resource.status, resource.win32);
    if (isCached) return answer(304);
    if (method === 'PROPFIND') return answer(207);
    return this.#chance.is(0.004) ? answer(500) : answer(200);
  }

  /** A leg for which nobody else is asked. */
  #quick({ isKernelMode }: Site): number {
    return this.#chance.below(isKernelMode ? 2 : 12);
  }

  /** A logon for which a domain controller is asked, sometimes a slow one. */
  #asked(): number {
    return this.#chance.is(0.005) ? this.#chance.about(4_000, 1.6) : this.#chance.about(15);
  }
}

/** The name that is logged after a Windows logon. */
const windowsName = (name: string): string => `CONTOSO\\${name}`;

function refusal(
  refused: Refused,
  [substatus, win32]: readonly [number, number],
  user: string,
  ms: number,
): Verdict {
  return { status: 401, substatus, win32, user, ms, refused };
}
