/**
 * A realm of its own on loopback: one KDC, one person, and services whose keys are known by
 * construction. The keytabs differ from what the KDC uses in exactly one thing each.
 */
import { chmodSync } from 'node:fs';
import { freePort } from './ports.ts';
import type { Programs } from './programs.ts';
import { clientConfig, kdcConfig } from './realm-config.ts';

export const REALM = 'CONTOSO.COM';
export const USER = 'alex';
const PASSWORD = 'pencil';

/** Hosts by the encryption type of their only key. */
export const HOSTS = {
  aes256: 'portal.contoso.com',
  aes128: 'intranet.contoso.com',
  rc4: 'legacy.contoso.com',
} as const;

/** Key version of the portal's key at the KDC. */
const KVNO = 3;

export const KEYTABS = ['right', 'wrong', 'principal', 'kvno'] as const;
export type Keytab = (typeof KEYTABS)[number];

/** What the KDC's own tools say of a ticket. */
export interface KnownTicket {
  sname: string;
  kvno: number;
  etype: number;
  sessionEtype: number;
}

export interface Realm {
  /** Makes a program use this realm; `cache` holds the person's tickets. */
  environment: Readonly<Record<string, string>>;
  keytab: (name: Keytab) => string;
  /** By host. */
  tickets: ReadonlyMap<string, KnownTicket>;
}

/** RFC 3962 and RFC 4757, as MIT's tools spell them. */
const ETYPES: Readonly<Record<string, number>> = {
  'aes256-cts-hmac-sha1-96': 18,
  'aes128-cts-hmac-sha1-96': 17,
  'arcfour-hmac': 23,
};

export async function startRealm(programs: Programs): Promise<Realm> {
  const port = await freePort();
  const keytab = (name: Keytab) => programs.path(`${name}.keytab`);
  const environment = {
    KRB5_CONFIG: programs.file('krb5.conf', clientConfig(REALM, port, programs)),
    KRB5_KDC_PROFILE: programs.file('kdc.conf', kdcConfig(REALM, port, programs)),
    // Chromium and curl may ask again within a second.
    KRB5RCACHENAME: 'none:',
  };
  const options = { environment };
  await programs.demand('kdb5_util', ['create', '-s', '-r', REALM, '-P', 'master'], options);
  for (const command of principals(keytab)) {
    await programs.demand('kadmin.local', ['-q', command], options);
  }
  KEYTABS.forEach((name) => {
    chmodSync(keytab(name), 0o644);
  });
  await programs.serve('krb5kdc', ['-n'], [port], options);
  await programs.demand('kinit', [USER], { ...options, input: `${PASSWORD}\n` });
  const services = Object.values(HOSTS).map((host) => `HTTP/${host}`);
  const versions = await programs.demand('kvno', services, options);
  const listed = await programs.demand('klist', ['-e'], options);
  return { environment, keytab, tickets: ticketsOf(versions, listed) };
}

function principals(keytab: (name: Keytab) => string): string[] {
  const portal = `HTTP/${HOSTS.aes256}`;
  const other = 'HTTP/other.contoso.com';
  const add = (name: Keytab, principal: string) =>
    `ktadd -norandkey -k ${keytab(name)} ${principal}`;
  return [
    `addprinc -pw ${PASSWORD} ${USER}`,
    `addprinc -randkey -e aes256-cts:normal ${portal}`,
    // A key version that the KDC no longer uses.
    `modprinc -kvno ${KVNO - 1} ${portal}`,
    add('kvno', portal),
    // The same version of another key, as after a password set on two accounts.
    `modprinc -kvno ${KVNO} ${portal}`,
    add('wrong', portal),
    `cpw -randkey -e aes256-cts:normal ${portal}`,
    `modprinc -kvno ${KVNO} ${portal}`,
    add('right', portal),
    `addprinc -randkey -e aes256-cts:normal ${other}`,
    add('principal', other),
    `addprinc -randkey -e aes128-cts:normal HTTP/${HOSTS.aes128}`,
    add('right', `HTTP/${HOSTS.aes128}`),
    `addprinc -randkey -e arcfour-hmac:normal HTTP/${HOSTS.rc4}`,
    add('right', `HTTP/${HOSTS.rc4}`),
  ];
}

/** From the answers of `kvno` and `klist -e`. */
function ticketsOf(versions: string, listed: string): Map<string, KnownTicket> {
  const tickets = new Map<string, KnownTicket>();
  const number = (name: string) => ETYPES[name.trim().replace('DEPRECATED:', '')] ?? NaN;
  for (const [, sname = '', host = '', kvno] of versions.matchAll(
    /^(HTTP\/(\S+))@\S+: kvno = (\d+)$/gm,
  )) {
    const after = listed.slice(listed.indexOf(`${sname}@`));
    const [, session = '', ticket = ''] = /Etype \(skey, tkt\): ([^,]+), (\S+)/.exec(after) ?? [];
    const etypes = { etype: number(ticket), sessionEtype: number(session) };
    tickets.set(host, { sname, kvno: Number(kvno), ...etypes });
  }
  return tickets;
}
