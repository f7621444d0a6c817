/** Everything that the scenarios share: the realm, the web server, and the NTLM account. */
import { Programs } from './programs.ts';
import { REALM, startRealm, USER, type Realm } from './realm.ts';
import { startWebServer, type Site } from './web-server.ts';

export const DOMAIN = 'CONTOSO';
export const WORKSTATION = 'DESK-042';
export const SERVER = 'PORTAL';
export const PASSWORD = 'pencil';

type Environment = Readonly<Record<string, string>>;

export interface Lab {
  programs: Programs;
  realm: Realm;
  port: (site: Site) => number;
  /** A person with a ticket and no NTLM password. */
  withTicket: Environment;
  /** The same without any ticket. */
  withoutTicket: Environment;
  /** No ticket, but a password that gss-ntlmssp finds. */
  withPassword: Environment;
}

export async function openLab(programs: Programs): Promise<Lab> {
  const realm = await startRealm(programs);
  const users = programs.file('users', `${DOMAIN}:${USER}:${PASSWORD}\n`);
  const ntlm = { NTLM_USER_FILE: users, NETBIOS_DOMAIN_NAME: DOMAIN, NTLMUSER: USER };
  const ports = await startWebServer(programs, realm, { ...ntlm, NETBIOS_COMPUTER_NAME: SERVER });
  const withoutTicket = { ...realm.environment, KRB5CCNAME: `FILE:${programs.path('none')}` };
  return {
    programs,
    realm,
    port: (site) => ports.get(site) ?? NaN,
    withTicket: realm.environment,
    withoutTicket,
    withPassword: { ...withoutTicket, ...ntlm, NETBIOS_COMPUTER_NAME: WORKSTATION },
  };
}

export { REALM, USER };
