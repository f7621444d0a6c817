/** The two configuration files of a realm: for those who use it, and for its KDC. */
import type { Programs } from './programs.ts';

export function clientConfig(realm: string, port: number, programs: Programs): string {
  return `[libdefaults]
  default_realm = ${realm}
  dns_lookup_kdc = false
  dns_lookup_realm = false
  dns_canonicalize_hostname = false
  rdns = false
  default_ccache_name = FILE:${programs.path('tickets')}
[realms]
  ${realm} = {
    kdc = 127.0.0.1:${port}
  }
[domain_realm]
  .contoso.com = ${realm}
`;
}

export function kdcConfig(realm: string, port: number, programs: Programs): string {
  return `[kdcdefaults]
  kdc_listen = 127.0.0.1:${port}
  kdc_tcp_listen = 127.0.0.1:${port}
[realms]
  ${realm} = {
    database_name = ${programs.path('principals')}
    key_stash_file = ${programs.path('stash')}
    acl_file = ${programs.path('acl')}
  }
[logging]
  kdc = FILE:${programs.path('kdc.log')}
`;
}
